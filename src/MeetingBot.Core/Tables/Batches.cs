namespace MeetingBot.Tables;

/// <summary>What fits into one batch.</summary>
public static class Batches
{
    /// <summary>Whether a table takes the changes together: neither too many nor, one or all, too large.</summary>
    public static bool Fits(IReadOnlyList<RowChange> changes) =>
        changes.Count <= ITable.MaxBatch
        && changes.All(change => change.Payload.Length <= Row.MaxData)
        && changes.Sum(change => change.Payload.Length) <= ITable.MaxBatchData;
}
