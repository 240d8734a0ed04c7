namespace MeetingBot.Tables;

/// <summary>
/// A partitioned table with ETags and atomic batches: what SQLite and Azure Table storage both are.
/// Keys are made by <see cref="TableKey"/>; they sort ordinally.
/// </summary>
/// <remarks>
/// Every operation throws <see cref="TableUnavailableException"/> when the store can't be reached or asks to come
/// back later, and <see cref="ArgumentException"/> for what is over a limit (row size, batch size, illegal key).
/// After a thrown commit it is unknown whether the batch is stored: repeat it, a batch that inserts is its own guard.
/// </remarks>
public interface ITable
{
    /// <summary>Most changes in one batch (an entity group transaction of Azure Table storage).</summary>
    const int MaxBatch = 100;

    /// <summary>
    /// Most bytes of data in one batch: written as JSON strings they stay under Azure's 4 MiB request.
    /// </summary>
    const int MaxBatchData = 1536 * 1024;

    /// <summary>The row, or null.</summary>
    ValueTask<Row?> GetAsync(string partitionKey, string rowKey, CancellationToken cancel);

    /// <summary>The rows of a range in key order, at most <paramref name="limit"/> of them.</summary>
    ValueTask<IReadOnlyList<Row>> QueryAsync(
        string partitionKey, KeyRange range, int limit, CancellationToken cancel);

    /// <summary>Stores every change or none. Durable when it returns <see cref="CommitResult.Committed"/>.</summary>
    ValueTask<CommitResult> CommitAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel);

    /// <summary>Every row of every partition, ordered by partition and row key, from after the given one.</summary>
    IAsyncEnumerable<Row> ScanAsync((string PartitionKey, string RowKey)? after, CancellationToken cancel);
}
