using System.Diagnostics;
using System.Diagnostics.Metrics;
using MeetingBot.Tables;

namespace MeetingBot.Program.Telemetry;

/// <summary>Measures how long the store takes, by operation.</summary>
internal sealed class MeteredTable(ITable table) : ITable
{
    private static readonly Histogram<double> Latency = Conversations.Telemetry.Meter.CreateHistogram<double>(
        "meetingbot.store.duration", "s", "Time of one operation of the store");

    public async ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        using var _ = new Measure("get");
        return await table.GetAsync(partitionKey, rowKey, cancel);
    }

    public async ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel)
    {
        using var _ = new Measure("query");
        return await table.QueryAsync(partitionKey, range, limit, cancel);
    }

    public async ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        using var _ = new Measure("commit");
        return await table.CommitAsync(partitionKey, changes, cancel);
    }

    public IAsyncEnumerable<Row> ScanAsync((string PartitionKey, string RowKey)? after, CancellationToken cancel) =>
        table.ScanAsync(after, cancel);

    private readonly struct Measure(string operation) : IDisposable
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Dispose() => Latency.Record(
            Stopwatch.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
    }
}
