using System.Globalization;
using MeetingBot.Tables;
using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// Applies batches within the writer's open transaction. All conditions of a batch are looked at before its
/// first write, so a batch that conflicts writes nothing and needs no savepoint.
/// </summary>
internal sealed class BatchStatements(sqlite3 database, long epoch) : IDisposable
{
    // 2^40 writes for each opening of the file: an ETag is never given twice, and no scan finds the greatest.
    private const int EpochShift = 40;

    private readonly SqliteStatement etag =
        new(database, "SELECT etag FROM rows WHERE partition = ?1 AND key = ?2");

    private readonly SqliteStatement write =
        new(database, "REPLACE INTO rows (partition, key, etag, data) VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement delete =
        new(database, "DELETE FROM rows WHERE partition = ?1 AND key = ?2");

    private long revision = epoch << EpochShift;

    public CommitResult Apply(PendingBatch batch)
    {
        foreach (var change in batch.Changes)
            if (!Holds(batch.PartitionKey, change)) return new CommitResult.Conflict(change.RowKey);

        foreach (var change in batch.Changes)
        {
            if (change is RowChange.Delete) Delete(batch.PartitionKey, change.RowKey);
            else Write(batch.PartitionKey, change);
        }
        return CommitResult.Committed.Instance;
    }

    public void Dispose()
    {
        etag.Dispose();
        write.Dispose();
        delete.Dispose();
    }

    private bool Holds(string partitionKey, RowChange change) => change switch
    {
        RowChange.Insert => Current(partitionKey, change.RowKey) is null,
        RowChange.Replace replace => Is(Current(partitionKey, change.RowKey), replace.IfMatch),
        RowChange.Delete { IfMatch: { } match } => Is(Current(partitionKey, change.RowKey), match),
        _ => true,
    };

    private static bool Is(long? current, string match) =>
        current is { } number && number.ToString(CultureInfo.InvariantCulture) == match;

    private long? Current(string partitionKey, string rowKey)
    {
        etag.BindKey(1, partitionKey);
        etag.BindKey(2, rowKey);
        try
        {
            return etag.Step() ? etag.Integer(0) : null;
        }
        finally
        {
            etag.Reset();
        }
    }

    private void Write(string partitionKey, RowChange change)
    {
        write.BindKey(1, partitionKey);
        write.BindKey(2, change.RowKey);
        write.BindInteger(3, ++revision);
        write.BindData(4, change.Payload.Span);
        write.Run();
    }

    private void Delete(string partitionKey, string rowKey)
    {
        delete.BindKey(1, partitionKey);
        delete.BindKey(2, rowKey);
        delete.Run();
    }
}
