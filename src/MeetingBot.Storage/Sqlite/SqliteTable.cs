using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The embedded home of the rows: one SQLite file with a write-ahead log. A commit is on the disk when it is
/// answered. Reads run on the caller's thread and see everything committed.
/// </summary>
public sealed class SqliteTable : ITable, IAsyncDisposable
{
    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly SqliteReaderPool readers;
    private readonly SqliteView view;
    private readonly RecentRanges recent = new();

    private SqliteTable(SqliteFile file, FreshRows fresh)
    {
        this.file = file;
        writer = new SqliteWriter(file.OpenWriter(), fresh, recent);
        readers = new SqliteReaderPool(file.OpenReader);
        view = new SqliteView(fresh, readers);
    }

    /// <summary>Transactions written since the start; fewer than commits when many commit at once.</summary>
    public long Groups => writer.Groups;

    /// <summary>Whether the last commit could not be written, though everything may still be read.</summary>
    public bool WriteFailed => writer.Failed;

    /// <summary>Opens the file at a path, made with its folder if missing, for this process alone.</summary>
    /// <exception cref="StoreUnusableException">
    /// Another process has the file, or it is of a newer version, of another program or not writable.
    /// </exception>
    public static SqliteTable Open(string path) => Open(path, new FreshRows());

    internal static SqliteTable Open(string path, FreshRows fresh)
    {
        var file = SqliteFile.Hold(path);
        try
        {
            return new SqliteTable(file, fresh);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        TableKey.Check(partitionKey);
        TableKey.Check(rowKey);
        cancel.ThrowIfCancellationRequested();
        return new(view.Get(partitionKey, rowKey));
    }

    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        TableRules.CheckQuery(partitionKey, range, limit);
        cancel.ThrowIfCancellationRequested();
        if (recent.Find(partitionKey, range, limit) is { } known) return new(known);
        var writes = recent.Writes(partitionKey);
        var rows = view.Query(partitionKey, range, limit);
        if (rows.Count < limit) recent.Remember(partitionKey, range, rows, writes);
        return new(rows);
    }

    public ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        TableRules.CheckBatch(partitionKey, changes);
        return writer.CommitAsync(new PendingBatch(partitionKey, changes), cancel);
    }

    public IAsyncEnumerable<Row> ScanAsync((string PartitionKey, string RowKey)? after, CancellationToken cancel) =>
        view.ScanAsync(after, cancel);

    /// <summary>Writes what is queued, settles the logs, and lets the file go.</summary>
    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        await writer.DisposeAsync().ConfigureAwait(false);
        file.Dispose();
    }
}
