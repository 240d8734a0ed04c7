using Azure.Core;
using Azure.Identity;
using MeetingBot.Storage.Azure;
using MeetingBot.Storage.Sqlite;
using MeetingBot.Tables;

namespace MeetingBot.Storage;

/// <summary>The opened store: its table, and what to let go of at the end.</summary>
public sealed class TableHome : IAsyncDisposable
{
    private readonly IAsyncDisposable? owned;

    private TableHome(ITable table, string description, IAsyncDisposable? owned)
    {
        Table = table;
        Description = description;
        this.owned = owned;
    }

    public ITable Table { get; }

    /// <summary>No other process can have the rows while this one does.</summary>
    public bool Exclusive => owned is SqliteTable;

    /// <summary>The last write failed for want of disk or the like; reads may work nevertheless.</summary>
    public bool WriteFailed => owned is SqliteTable { WriteFailed: true };

    /// <summary>For logs and the health answer: where the rows are, without secrets.</summary>
    public string Description { get; }

    /// <summary>Opens the home that the options choose, and makes the file or table if it is missing.</summary>
    /// <param name="options">The section <c>Storage</c>.</param>
    /// <exception cref="StoreUnusableException">It can't be used as it is configured; the message says why.</exception>
    /// <exception cref="TableUnavailableException">The service does not answer; it may later.</exception>
    public static async Task<TableHome> OpenAsync(StorageOptions options, CancellationToken cancel = default)
    {
        string?[] set = [options.ConnectionString, options.TableServiceUri, options.Path];
        if (set.Count(value => !string.IsNullOrWhiteSpace(value)) > 1)
            throw new StoreUnusableException(
                "Set only one of Storage:ConnectionString, Storage:TableServiceUri and Storage:Path: "
                + "each is a home of its own.");

        // Apart, so that who keeps a file does not load the libraries of Azure.
        if (!string.IsNullOrWhiteSpace(options.ConnectionString) || !string.IsNullOrWhiteSpace(options.TableServiceUri))
            return await OpenAzureAsync(options, new TableClientOptions(), null, cancel).ConfigureAwait(false);
        return OpenSqlite(string.IsNullOrWhiteSpace(options.Path) ? StorageOptions.DefaultPath : options.Path);
    }

    /// <summary>Opens a table of Azure.</summary>
    /// <param name="options">The section <c>Storage</c>, with a connection string or an address.</param>
    /// <param name="client">Settings of the pipeline, such as its retries and its transport.</param>
    /// <param name="credential">For <see cref="StorageOptions.TableServiceUri"/>; Azure.Identity's default without
    /// it.</param>
    public static async Task<TableHome> OpenAzureAsync(
        StorageOptions options,
        TableClientOptions client,
        TokenCredential? credential = null,
        CancellationToken cancel = default)
    {
        var home = string.IsNullOrWhiteSpace(options.ConnectionString)
            ? AzureHome.ByIdentity(options, credential ?? new DefaultAzureCredential(), client)
            : AzureHome.ByConnectionString(options, client);
        await home.EnsureTableAsync(cancel).ConfigureAwait(false);
        return new TableHome(new AzureTable(home.Client), home.Description, null);
    }

    /// <summary>
    /// Opens a home only to read it. It must be there: nothing is made. A file may be in use by another process; what
    /// is read is how it was at this moment.
    /// </summary>
    /// <inheritdoc cref="OpenAsync(StorageOptions, TokenCredential?, TableClientOptions?, CancellationToken)"/>
    public static async Task<TableHome> OpenToReadAsync(StorageOptions options, CancellationToken cancel = default)
    {
        if (options is { ConnectionString: null, TableServiceUri: null })
        {
            var snapshot = SqliteSnapshot.Open(options.Path ?? StorageOptions.DefaultPath);
            return new TableHome(
                snapshot, $"SQLite {Path.GetFullPath(options.Path ?? StorageOptions.DefaultPath)}", snapshot);
        }
        var client = new TableClientOptions();
        var home = options.ConnectionString is not null
            ? AzureHome.ByConnectionString(options, client)
            : AzureHome.ByIdentity(options, new DefaultAzureCredential(), client);
        await home.RequireTableAsync(cancel).ConfigureAwait(false);
        return new TableHome(new AzureTable(home.Client), home.Description, null);
    }

    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static TableHome OpenSqlite(string path)
    {
        var table = SqliteTable.Open(path);
        return new TableHome(table, $"SQLite {Path.GetFullPath(path)}", table);
    }
}
