using System.Globalization;
using MeetingBot.Tables;
using SQLitePCL;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// What one group of batches does within the writer's transaction: looks at conditions, writes the log, and moves
/// rows that waited long enough from the log to the table. All conditions of a batch are looked at before its
/// first change, so a batch that conflicts changes nothing.
/// </summary>
internal sealed class GroupTransaction(
    sqlite3 database, long epoch, FreshRows fresh, RecentRanges recent) : IDisposable
{
    // 2^40 writes for each opening of the file: an ETag is never given twice, and no scan finds the greatest.
    private const int EpochShift = 40;

    // A group settles more rows than it adds, so that their number stays where it is under any load.
    private const int SettledPerRow = 3;
    private const int LeastSettled = 256;

    private readonly TableStatements table = new(database);
    private readonly GroupLog log = new(database);
    private readonly Dictionary<string, Dictionary<string, FreshRow>> written = new(StringComparer.Ordinal);
    private List<SettledRow> settled = [];
    private long revision = epoch << EpochShift;
    private int writes;

    public void Begin()
    {
        written.Clear();
        settled = [];
        writes = 0;
        log.BeginGroup();
    }

    public CommitResult Apply(PendingBatch batch)
    {
        foreach (var change in batch.Changes)
            if (!Holds(batch.PartitionKey, change)) return new CommitResult.Conflict(change.RowKey);
        foreach (var change in batch.Changes) Write(batch.PartitionKey, change);
        return CommitResult.Committed.Instance;
    }

    /// <summary>To be called last before the COMMIT.</summary>
    public void Finish()
    {
        log.Flush();
        if (!fresh.AreMany && !log.IsLong) return;
        var most = Math.Max(LeastSettled, writes * SettledPerRow);
        (settled, var oldestLog) = fresh.TakeOldest(most, written);
        foreach (var (partition, row) in settled) table.Settle(partition.Key, row);
        log.CutTo(oldestLog ?? log.First);
        fresh.BeginMove(settled);
    }

    /// <summary>To be called when the COMMIT has returned: shows readers what was written.</summary>
    public void Committed()
    {
        fresh.EndMove(settled, log.First);
        fresh.Publish(written, log.First);
        foreach (var (partition, rows) in written) recent.Written(partition, rows.Keys);
        log.EndGroup();
    }

    public void RolledBack() => fresh.EndMove(settled, log: null);

    /// <summary>Settles every row; the caller's transaction is open.</summary>
    public void SettleAll() => GroupLog.Replay(database, table);

    public void Dispose()
    {
        table.Dispose();
        log.Dispose();
    }

    private bool Holds(string partitionKey, RowChange change) => change switch
    {
        RowChange.Insert => Current(partitionKey, change.RowKey) is null,
        RowChange.Replace replace => Is(Current(partitionKey, change.RowKey), replace.IfMatch),
        RowChange.Rewrite => Current(partitionKey, change.RowKey) is not null,
        RowChange.Delete { IfMatch: { } match } => Is(Current(partitionKey, change.RowKey), match),
        _ => true,
    };

    private static bool Is(long? current, string match) =>
        current is { } number && number.ToString(CultureInfo.InvariantCulture) == match;

    private long? Current(string partitionKey, string rowKey) => Find(partitionKey, rowKey) switch
    {
        { IsDeleted: true } => null,
        { } row => row.Revision,
        null => table.Revision(partitionKey, rowKey),
    };

    // What this group wrote, else what groups before it wrote.
    private FreshRow? Find(string partitionKey, string rowKey) =>
        written.TryGetValue(partitionKey, out var rows) && rows.TryGetValue(rowKey, out var row)
            ? row
            : fresh.Partition(partitionKey)?.Find(rowKey);

    private void Write(string partitionKey, RowChange change)
    {
        // An insert's condition has shown that the table has no such row.
        var mayBeInTable = Find(partitionKey, change.RowKey)?.MayBeInTable ?? change is not RowChange.Insert;
        var isDeleted = change is RowChange.Delete;
        var row = new FreshRow(change.RowKey, change.Payload, ++revision, isDeleted, mayBeInTable);
        if (!written.TryGetValue(partitionKey, out var rows))
            written[partitionKey] = rows = new(StringComparer.Ordinal);
        rows[change.RowKey] = row;
        log.Add(partitionKey, row);
        writes++;
    }
}
