using MeetingBot.Storage.Azure;

namespace MeetingBot.Storage;

/// <summary>
/// Where the rows live: the configuration section <c>Storage</c>. At most one of the first three is set.
/// </summary>
public sealed record StorageOptions
{
    public const string DefaultPath = "data/meetingbot.db";
    public const string DefaultTable = "MeetingBot";

    /// <summary>
    /// Of a storage account: account key, shared access signature, or <c>UseDevelopmentStorage=true</c>.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// Of a table service that is entered with Entra ID: <c>https://account.table.core.windows.net</c>.
    /// </summary>
    public string? TableServiceUri { get; init; }

    /// <summary>Of the SQLite file; <see cref="DefaultPath"/> when nothing is set.</summary>
    public string? Path { get; init; }

    /// <summary>The table's name in Azure: 3 to 63 letters and digits, a letter first.</summary>
    public string Table { get; init; } = DefaultTable;

    /// <summary>A home from the command line: a connection string, an https address or a file's path.</summary>
    /// <exception cref="StoreUnusableException">It is none of these.</exception>
    public static StorageOptions Parse(string home, string table = DefaultTable)
    {
        if (string.IsNullOrWhiteSpace(home))
            throw new StoreUnusableException("Name a store: a file, a connection string or an https address.");
        if (TableConnectionString.Is(home)) return new() { ConnectionString = home, Table = table };
        if (home.Contains("://", StringComparison.Ordinal)) return new() { TableServiceUri = home, Table = table };
        return new() { Path = home, Table = table };
    }

    /// <summary>Never the secrets of the connection string.</summary>
    public override string ToString() =>
        ConnectionString is not null
            ? "Azure Table storage by connection string"
            : TableServiceUri ?? Path ?? DefaultPath;
}
