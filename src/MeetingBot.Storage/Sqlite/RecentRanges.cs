using System.Collections.Concurrent;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// Small ranges of rows as they are now, so that what every turn of a group reads costs no query. The writer tells
/// it every committed change before the change is answered, and nobody else can write the file.
/// </summary>
internal sealed class RecentRanges(int mostBytes = 4 << 20)
{
    private const int MostRowsOfRange = 64;
    private const int MostBytesOfRange = 16 << 10;
    private const int MostOfPartition = 4;

    private readonly ConcurrentDictionary<string, RecentRange[]> known = new(StringComparer.Ordinal);
    private readonly long[] writes = new long[PartitionBuckets.Count];
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>The rows of the range, or null when they must be read.</summary>
    public IReadOnlyList<Row>? Find(string partitionKey, KeyRange range, int limit)
    {
        if (!known.TryGetValue(partitionKey, out var ranges)) return null;
        foreach (var recent in ranges)
            if (recent.Range == range) return recent.Rows.Length <= limit ? recent.Rows : null;
        return null;
    }

    /// <summary>The state of a partition's writes, to be taken before its rows are read.</summary>
    public long Writes(string partitionKey) => Volatile.Read(ref writes[PartitionBuckets.Of(partitionKey)]);

    /// <summary>Remembers a whole range as it was read, unless it is large or was written meanwhile.</summary>
    public void Remember(string partitionKey, KeyRange range, List<Row> rows, long writesBefore)
    {
        var size = Size(partitionKey, rows);
        if (rows.Count > MostRowsOfRange || size > MostBytesOfRange) return;
        lock (gate)
        {
            if (Writes(partitionKey) != writesBefore) return;
            if (bytes + size > mostBytes) Forget();
            var others = known.GetValueOrDefault(partitionKey, []).Where(other => other.Range != range);
            Replace(partitionKey, [.. others.TakeLast(MostOfPartition - 1), new RecentRange(range, [.. rows], size)]);
        }
    }

    /// <summary>
    /// What a group of commits wrote: ranges that hold such a row are read again when they are needed.
    /// </summary>
    public void Written(string partitionKey, IEnumerable<string> rowKeys)
    {
        lock (gate)
        {
            writes[PartitionBuckets.Of(partitionKey)]++;
            if (!known.TryGetValue(partitionKey, out var ranges)) return;
            foreach (var rowKey in rowKeys) ranges = Without(ranges, rowKey);
            Replace(partitionKey, ranges);
        }
    }

    private static RecentRange[] Without(RecentRange[] ranges, string rowKey)
    {
        foreach (var recent in ranges)
            if (recent.Range.Contains(rowKey)) return Array.FindAll(ranges, other => !other.Range.Contains(rowKey));
        return ranges;
    }

    private void Forget()
    {
        known.Clear();
        bytes = 0;
    }

    private void Replace(string partitionKey, RecentRange[] ranges)
    {
        var before = known.GetValueOrDefault(partitionKey, []);
        if (before == ranges) return;
        bytes += ranges.Sum(recent => recent.Bytes) - before.Sum(recent => recent.Bytes);
        if (ranges.Length > 0) known[partitionKey] = ranges;
        else known.TryRemove(partitionKey, out _);
    }

    private static int Size(string partitionKey, List<Row> rows) =>
        rows.Sum(row => row.Data.Length + 2 * row.RowKey.Length + 100) + 2 * partitionKey.Length + 200;

    private sealed record RecentRange(KeyRange Range, Row[] Rows, int Bytes);
}
