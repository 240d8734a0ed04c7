using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Copies;

/// <summary>A table that is there for some commits and then no more.</summary>
internal sealed class BreakingTable(ITable table, int commits) : ITable
{
    private int left = commits;

    public ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel) =>
        table.GetAsync(partitionKey, rowKey, cancel);

    public ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel) =>
        table.QueryAsync(partitionKey, range, limit, cancel);

    public ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        left-- > 0
            ? table.CommitAsync(partitionKey, changes, cancel)
            : throw new TableUnavailableException("The store went away.");

    public IAsyncEnumerable<Row> ScanAsync((string PartitionKey, string RowKey)? after, CancellationToken cancel) =>
        table.ScanAsync(after, cancel);
}
