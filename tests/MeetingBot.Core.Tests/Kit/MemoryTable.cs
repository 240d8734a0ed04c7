using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Kit;

/// <summary>The table in memory, as strict as its contract: keys, limits, ETags, whole batches or nothing.</summary>
public sealed class MemoryTable : ITable
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SortedDictionary<string, Row>> _partitions = new(StringComparer.Ordinal);
    private long _etag;

    /// <summary>Every call, in order.</summary>
    public List<TableCall> Calls { get; } = [];

    /// <summary>What befalls a call; asked for each.</summary>
    public Func<TableCall, Fault> Faults { get; set; } = _ => Fault.None;

    /// <summary>Awaited before each call is carried out: the place to let others pass.</summary>
    public Func<TableCall, Task>? Before { get; set; }

    /// <summary>Awaited after a commit is carried out and before its caller hears of it.</summary>
    public Func<TableCall, Task>? After { get; set; }

    /// <summary>Awaited after a query is carried out and before its rows are handed over.</summary>
    public Func<TableCall, Task>? Stale { get; set; }

    public async ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        var call = new TableCall("get", partitionKey, rowKey, []);
        await EnterAsync(call, cancel);
        lock (_gate) return Partition(partitionKey).GetValueOrDefault(rowKey);
    }

    public async ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        var call = new TableCall("query", partitionKey, range.From, []);
        await EnterAsync(call, cancel);
        List<Row> rows;
        lock (_gate) rows = [.. Partition(partitionKey).Values.Where(row => range.Contains(row.RowKey)).Take(limit)];
        if (Stale is { } stale) await stale(call);
        return rows;
    }

    public async ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        Check(partitionKey, changes);
        var call = new TableCall("commit", partitionKey, changes[0].RowKey, changes);
        var fault = await EnterAsync(call, cancel);
        CommitResult result;
        lock (_gate) result = Apply(partitionKey, changes);
        if (After is { } after) await after(call);
        return fault is Fault.After ? throw new TableUnavailableException("Cut off after the commit.") : result;
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        (string PartitionKey, string RowKey)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await EnterAsync(new TableCall("scan", "", "", []), cancel);
        foreach (var row in All().Where(row => after is null || Later(row, after.Value))) yield return row;
    }

    /// <summary>Every row, by partition and key.</summary>
    public IReadOnlyList<Row> All()
    {
        lock (_gate) return [.. _partitions.Values.SelectMany(partition => partition.Values)];
    }

    public IReadOnlyList<Row> Under(string partitionKey, params string[] segments) =>
        [.. All().Where(row => row.PartitionKey == partitionKey
            && (segments.Length == 0 || KeyRange.Under(segments).Contains(row.RowKey)))];

    private async ValueTask<Fault> EnterAsync(TableCall call, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Before is { } before) await before(call);
        Fault fault;
        lock (_gate)
        {
            Calls.Add(call);
            fault = Faults(call);
        }
        return fault is Fault.Before ? throw new TableUnavailableException("Not there.") : fault;
    }

    private CommitResult Apply(string partitionKey, IReadOnlyList<RowChange> changes)
    {
        var partition = Partition(partitionKey);
        if (changes.FirstOrDefault(change => !Fits(change, partition)) is { } wrong)
            return new CommitResult.Conflict(wrong.RowKey);
        foreach (var change in changes)
        {
            if (change is RowChange.Delete) partition.Remove(change.RowKey);
            else partition[change.RowKey] = new Row(partitionKey, change.RowKey, change.Payload.ToArray(), $"e{++_etag}");
        }
        return CommitResult.Committed.Instance;
    }

    private static bool Fits(RowChange change, SortedDictionary<string, Row> partition)
    {
        var row = partition.GetValueOrDefault(change.RowKey);
        return change switch
        {
            RowChange.Insert => row is null,
            RowChange.Replace replace => row?.ETag == replace.IfMatch,
            RowChange.Rewrite => row is not null,
            RowChange.Delete { IfMatch: { } etag } => row?.ETag == etag,
            _ => true,
        };
    }

    private SortedDictionary<string, Row> Partition(string key)
    {
        TableKey.Check(key);
        if (!_partitions.TryGetValue(key, out var partition))
            _partitions[key] = partition = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        return partition;
    }

    private static void Check(string partitionKey, IReadOnlyList<RowChange> changes)
    {
        TableKey.Check(partitionKey);
        if (changes.Count is 0 or > ITable.MaxBatch) throw new ArgumentException($"A batch of {changes.Count} changes.");
        if (changes.DistinctBy(change => change.RowKey).Count() < changes.Count)
            throw new ArgumentException("A row is named twice: " + string.Join(", ", changes.Select(change => change.RowKey)));
        foreach (var change in changes)
        {
            TableKey.Check(change.RowKey);
            if (change is RowChange.Delete) continue;
            if (change.Payload.Length is 0 or > Row.MaxData)
                throw new ArgumentException($"The row {change.RowKey} has {change.Payload.Length} bytes.");
        }
    }

    private static bool Later(Row row, (string PartitionKey, string RowKey) after) =>
        (string.CompareOrdinal(row.PartitionKey, after.PartitionKey), string.CompareOrdinal(row.RowKey, after.RowKey)) is
            ( > 0, _) or (0, > 0);
}

/// <summary>One call of the table.</summary>
public sealed record TableCall(string Kind, string Partition, string Key, IReadOnlyList<RowChange> Changes);

/// <summary>What befalls a call.</summary>
public enum Fault
{
    None,

    /// <summary>It fails and nothing was stored.</summary>
    Before,

    /// <summary>The commit is stored and the answer lost.</summary>
    After,
}
