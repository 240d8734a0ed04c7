using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>Makes a client out of the configuration, and its table in the account.</summary>
internal sealed partial class AzureHome
{
    private const string TokenScope = "https://storage.azure.com/.default";

    private readonly string table;

    private AzureHome(Uri endpoint, string table, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        if (!TableName().IsMatch(table))
            throw new StoreUnusableException(
                $"Storage:Table is {table}; a table's name is 3 to 63 letters and digits, a letter first.");
        this.table = table;
        Client = new TableClient(endpoint, table, authentication, options);
        Description = $"Azure table {table} at {endpoint.Host}";
    }

    public TableClient Client { get; }

    public string Description { get; }

    public static AzureHome ByConnectionString(StorageOptions options, TableClientOptions client)
    {
        var parts = TableConnectionString.Parse(options.ConnectionString!);
        HttpPipelinePolicy authentication = parts.SharedAccessSignature is { } signature
            ? new TableSasPolicy(signature)
            : new TableSharedKeyLitePolicy(parts.AccountName!, parts.AccountKey!, TimeProvider.System);
        return new AzureHome(parts.Endpoint, options.Table, authentication, client);
    }

    public static AzureHome ByIdentity(StorageOptions options, TokenCredential credential, TableClientOptions client)
    {
        if (!Uri.TryCreate(options.TableServiceUri, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttps || uri.Query.Length > 0)
            throw new StoreUnusableException(
                "Storage:TableServiceUri must be an https address without a query, such as "
                + "https://account.table.core.windows.net. "
                + "A shared access signature goes into Storage:ConnectionString.");
        return new AzureHome(uri, options.Table, new BearerTokenAuthenticationPolicy(credential, TokenScope), client);
    }

    /// <exception cref="StoreUnusableException">The service refuses the credential or the table.</exception>
    /// <exception cref="TableUnavailableException">The service does not answer or is busy.</exception>
    public async Task EnsureTableAsync(CancellationToken cancel)
    {
        var error = await Client.CreateIfNotExistsAsync(cancel).ConfigureAwait(false);
        if (error is null) return;
        if (error.Status >= 500 || error.Status is 408 or 429)
            throw new TableUnavailableException($"The table service answered {error}.");
        if (error.Status is 401 or 403 && await AnswersAsync(cancel).ConfigureAwait(false)) return;
        throw new StoreUnusableException(
            $"The table {table} can't be made or used: the table service answered {error}. Check the credential of "
            + "Storage:ConnectionString, or the role Storage Table Data Contributor of the identity.");
    }

    /// <exception cref="TableUnavailableException">The table is not there or does not answer; the message says
    /// which.</exception>
    public async Task RequireTableAsync(CancellationToken cancel) =>
        await Client.QueryAsync(null, 1, null, cancel).ConfigureAwait(false);

    // A signature for one table, or a role without that right, may not create tables and yet use this one.
    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            await Client.QueryAsync(null, 1, null, cancel).ConfigureAwait(false);
            return true;
        }
        catch (TableUnavailableException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();
}
