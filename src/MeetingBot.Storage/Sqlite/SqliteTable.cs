using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The embedded home of the rows: one SQLite file with a write-ahead log. A commit is on the disk when it is
/// answered. Reads run on the caller's thread and see everything committed.
/// </summary>
public sealed class SqliteTable : ITable, IAsyncDisposable
{
    private const int ScanPage = 200;

    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly SqliteReaderPool readers;

    private SqliteTable(SqliteFile file, SqliteWriter writer)
    {
        this.file = file;
        this.writer = writer;
        readers = new SqliteReaderPool(file);
    }

    /// <summary>Transactions written since the start; fewer than commits when many commit at once.</summary>
    public long Groups => writer.Groups;

    /// <summary>Opens the file at a path, made with its folder if missing, for this process alone.</summary>
    /// <exception cref="StoreUnusableException">
    /// Another process has the file, or it is of a newer version, of another program or not writable.
    /// </exception>
    public static SqliteTable Open(string path)
    {
        var file = SqliteFile.Hold(path);
        try
        {
            return new SqliteTable(file, new SqliteWriter(file.OpenWriter()));
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
        return new(readers.Read(
            (partitionKey, rowKey), static (reader, key) => reader.Get(key.partitionKey, key.rowKey)));
    }

    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        TableRules.CheckQuery(partitionKey, range, limit);
        cancel.ThrowIfCancellationRequested();
        return new(readers.Read(
            (partitionKey, range, limit),
            static (reader, query) => reader.Query(query.partitionKey, query.range, query.limit)));
    }

    public ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        TableRules.CheckBatch(partitionKey, changes);
        return writer.CommitAsync(new PendingBatch(partitionKey, changes), cancel);
    }

    /// <remarks>Reads page by page, so that a slow consumer holds no snapshot and the log can be put back.</remarks>
    public async IAsyncEnumerable<Row> ScanAsync(
        (string PartitionKey, string RowKey)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = after ?? ("", "");
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var page = readers.Read(last, static (reader, from) => reader.Scan(from, ScanPage));
            foreach (var row in page) yield return row;
            if (page.Count < ScanPage) yield break;
            last = (page[^1].PartitionKey, page[^1].RowKey);
        }
    }

    /// <summary>Writes what is queued, puts the log back into the file, and lets the file go.</summary>
    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        await writer.DisposeAsync().ConfigureAwait(false);
        file.Dispose();
    }
}
