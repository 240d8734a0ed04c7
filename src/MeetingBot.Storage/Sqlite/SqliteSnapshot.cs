using MeetingBot.Tables;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// A store's file as it is at one moment, only to read: whoever has the file meanwhile goes on writing and is not
/// seen. It holds up the file's checkpoints while it is open.
/// </summary>
internal sealed class SqliteSnapshot : ITable, IAsyncDisposable
{
    private readonly SqliteReaderPool readers;
    private readonly SqliteView view;
    private SqliteConnection? connection;

    private SqliteSnapshot(SqliteConnection connection)
    {
        this.connection = connection;
        readers = new SqliteReaderPool(Take);
        view = new SqliteView(Fresh(connection), readers);
    }

    /// <exception cref="StoreUnusableException">There is no file, or it is no store.</exception>
    public static SqliteSnapshot Open(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full)) throw new StoreUnusableException($"There is no store {full}.");
        var connection = SqliteFile.Open(full, SqliteOpenMode.ReadOnly);
        try
        {
            // The first read after it takes the snapshot.
            SqliteSchema.Run(connection, "BEGIN");
            SqliteSchema.Check(connection);
            return new SqliteSnapshot(connection);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new StoreUnusableException($"The store {full} can't be read: {failure.Message}", failure);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel) =>
        new(view.Get(partitionKey, rowKey));

    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        TableRules.CheckQuery(partitionKey, range, limit);
        return new(view.Query(partitionKey, range, limit));
    }

    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        throw new NotSupportedException("A snapshot is only read.");

    public IAsyncEnumerable<Row> ScanAsync((string PartitionKey, string RowKey)? after, CancellationToken cancel) =>
        view.ScanAsync(after, cancel);

    public ValueTask DisposeAsync()
    {
        readers.Dispose();
        connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Take() => Interlocked.Exchange(ref connection, null)
        ?? throw new InvalidOperationException("A snapshot is read by one caller at a time.");

    // What is durable in the log and not yet in the table: of a row the last version counts.
    private static FreshRows Fresh(SqliteConnection connection)
    {
        var fresh = new FreshRows();
        foreach (var entry in GroupLog.Entries(connection.Handle!))
            fresh.Publish(
                entry.GroupBy(written => written.PartitionKey).ToDictionary(partition => partition.Key, Newest), 0);
        return fresh;
    }

    private static Dictionary<string, FreshRow> Newest(IEnumerable<(string PartitionKey, FreshRow Row)> entries)
    {
        var rows = new Dictionary<string, FreshRow>(StringComparer.Ordinal);
        foreach (var (_, row) in entries) rows[row.RowKey] = row;
        return rows;
    }
}
