using System.Collections.Concurrent;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The rows that are durable in the log and not yet in the table. Scattered over many partitions, each row
/// would dirty a page of its own in every commit; here they wait until one page takes several of them.
/// </summary>
/// <remarks>
/// Only the writer's thread changes it. A reader looks here first and in the table second, and asks
/// <see cref="IsSettled"/> whether rows of its partition moved meanwhile from the one to the other.
/// </remarks>
internal sealed class FreshRows(int mostRows = 8_192, long mostBytes = 4 << 20)
{
    private readonly ConcurrentDictionary<string, FreshPartition> partitions = new(StringComparer.Ordinal);
    private readonly Queue<FreshPartition> oldestFirst = new();
    private readonly long[] moves = new long[PartitionBuckets.Count];
    private readonly HashSet<int> moved = [];
    private readonly HashSet<FreshPartition> moving = [];
    private int rows;
    private long bytes;

    /// <summary>Whether rows should move to the table.</summary>
    public bool AreMany => rows > mostRows || bytes > mostBytes;

    public FreshPartition? Partition(string key) => partitions.GetValueOrDefault(key);

    /// <summary>The least partition after the given one, or null.</summary>
    public string? NextPartition(string after) => partitions.Keys
        .Where(key => string.CompareOrdinal(key, after) > 0)
        .Min(StringComparer.Ordinal);

    /// <summary>The state of a partition's moves, to be taken before a reader looks.</summary>
    public long Moves(string partitionKey) => Volatile.Read(ref moves[PartitionBuckets.Of(partitionKey)]);

    /// <summary>
    /// Whether no move began since. One that was under way at the start does no harm: what it moves was here
    /// to be seen.
    /// </summary>
    public bool IsSettled(string partitionKey, long before)
    {
        var now = Volatile.Read(ref moves[PartitionBuckets.Of(partitionKey)]);
        return now == before || (now == before + 1 && before % 2 == 1);
    }

    /// <summary>The rows that waited longest, and the oldest log entry still needed once they have moved.</summary>
    /// <remarks>
    /// A row that is being written again needs no older entry: were it to hold up the others, one that every group
    /// writes would hold them up for good.
    /// </remarks>
    public (List<SettledRow> Rows, long? OldestLog) TakeOldest(
        int most, Dictionary<string, Dictionary<string, FreshRow>> beingWritten)
    {
        var taken = new List<SettledRow>(most);
        foreach (var partition in oldestFirst)
        {
            if (!partition.Take(taken, beingWritten.GetValueOrDefault(partition.Key), most))
                return (taken, partition.FirstLog);
            moving.Add(partition);
        }
        return (taken, null);
    }

    /// <summary>To be called before the transaction that moves the rows commits.</summary>
    public void BeginMove(List<SettledRow> settling)
    {
        foreach (var row in settling) moved.Add(PartitionBuckets.Of(row.Partition.Key));
        Step();
    }

    /// <summary>Takes the moved rows away, if the table has them now.</summary>
    /// <param name="log">The first entry of the group that moved them; null if it was not committed.</param>
    public void EndMove(List<SettledRow> settled, long? log)
    {
        if (log is { } first) Remove(settled, first);
        Step();
        moved.Clear();
        moving.Clear();
    }

    /// <summary>Shows a group's rows to the readers.</summary>
    public void Publish(Dictionary<string, Dictionary<string, FreshRow>> group, long log)
    {
        foreach (var (key, written) in group)
        {
            if (!partitions.TryGetValue(key, out var partition))
            {
                partition = new FreshPartition(key, log);
                partitions[key] = partition;
                oldestFirst.Enqueue(partition);
            }
            var grown = partition.Publish(written);
            rows += grown.Rows;
            bytes += grown.Bytes;
        }
    }

    private void Remove(List<SettledRow> settled, long log)
    {
        foreach (var (partition, row) in settled)
        {
            partition.Remove(row);
            rows--;
            bytes -= row.Data.Length;
        }
        // Those that moved are the oldest; what is left of one is what this group writes again.
        while (oldestFirst.TryPeek(out var oldest) && (oldest.IsEmpty || moving.Remove(oldest)))
        {
            oldestFirst.Dequeue();
            if (oldest.IsEmpty)
            {
                partitions.TryRemove(oldest.Key, out _);
                continue;
            }
            oldest.StartFrom(log);
            oldestFirst.Enqueue(oldest);
        }
    }

    private void Step()
    {
        foreach (var bucket in moved) Interlocked.Increment(ref moves[bucket]);
    }
}
