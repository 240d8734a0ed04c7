using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>A batch on its way to the disk; its task ends when the batch's group is there.</summary>
internal sealed class PendingBatch(string partitionKey, IReadOnlyList<RowChange> changes)
    : TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string PartitionKey => partitionKey;

    public IReadOnlyList<RowChange> Changes => changes;

    /// <summary>What to answer once the group is durable.</summary>
    public CommitResult Outcome { get; set; } = CommitResult.Committed.Instance;
}
