using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>
/// A table in memory that keeps the contract's ETags and atomic batches, and can be made unavailable.
/// </summary>
internal sealed class MemoryTable : ITable
{
    private readonly SortedDictionary<(string Partition, string Key), Row> _rows =
        new(Comparer<(string, string)>.Create((a, b) =>
            string.CompareOrdinal(a.Item1, b.Item1) is var c and not 0 ? c : string.CompareOrdinal(a.Item2, b.Item2)));

    private long _writes;
    private long _reads;

    public bool IsDown { get; set; }

    /// <summary>Asked before each commit: whether it fails.</summary>
    public Func<IReadOnlyList<RowChange>, bool> FailsCommit { get; set; } = _ => false;

    /// <summary>Asked before each look for a row: whether it fails.</summary>
    public Func<string, bool> FailsGet { get; set; } = _ => false;

    public long Reads => Interlocked.Read(ref _reads);

    public ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        Check();
        if (FailsGet(rowKey)) throw new TableUnavailableException("Not there.");
        lock (_rows) return ValueTask.FromResult(_rows.GetValueOrDefault((partitionKey, rowKey)));
    }

    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        Check();
        lock (_rows)
        {
            return ValueTask.FromResult<IReadOnlyList<Row>>(
                [.. _rows.Values.Where(r => r.PartitionKey == partitionKey && range.Contains(r.RowKey)).Take(limit)]);
        }
    }

    public ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        Check();
        if (FailsCommit(changes)) throw new TableUnavailableException("cut");
        lock (_rows)
        {
            foreach (var change in changes)
            {
                TableKey.Check(change.RowKey);
                if (!Fits(change, _rows.GetValueOrDefault((partitionKey, change.RowKey))))
                    return ValueTask.FromResult<CommitResult>(new CommitResult.Conflict(change.RowKey));
            }
            foreach (var change in changes) Apply(partitionKey, change);
            return ValueTask.FromResult<CommitResult>(CommitResult.Committed.Instance);
        }
    }

    public async IAsyncEnumerable<Row> ScanAsync(
        (string PartitionKey, string RowKey)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        Row[] rows;
        lock (_rows) rows = [.. _rows.Values];
        foreach (var row in rows) yield return row;
    }

    /// <summary>Forgets a partition, as a group that is forgotten.</summary>
    public void Forget(string partitionKey)
    {
        lock (_rows)
        {
            foreach (var key in _rows.Keys.Where(k => k.Partition == partitionKey).ToList()) _rows.Remove(key);
        }
    }

    private static bool Fits(RowChange change, Row? row) => change switch
    {
        RowChange.Insert => row is null,
        RowChange.Replace replace => row?.ETag == replace.IfMatch,
        RowChange.Delete { IfMatch: { } tag } => row?.ETag == tag,
        _ => true,
    };

    private void Apply(string partition, RowChange change)
    {
        var key = (partition, change.RowKey);
        if (change is RowChange.Delete) _rows.Remove(key);
        else _rows[key] = new Row(partition, change.RowKey, change.Payload.ToArray(), $"e{++_writes}");
    }

    private void Check()
    {
        Interlocked.Increment(ref _reads);
        if (IsDown) throw new TableUnavailableException("down");
    }
}
