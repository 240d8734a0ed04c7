using MeetingBot.Tables;

namespace MeetingBot.Storage.Copies;

/// <summary>
/// Copies every row from one home to another and proves it. Interrupted, it goes on where it was: a mark in the
/// target says how far it came. Writes are upserts, so what was copied after the last mark is copied again.
/// </summary>
public sealed class StoreCopy(ITable from, ITable to, IProgress<StoreCopyProgress>? progress = null)
{
    /// <summary>The partition of the mark; it is no part of what is copied or compared.</summary>
    public const string MarkPartition = "copy";

    private const int RowsPerMark = 1000;

    private readonly StoreCopyMark mark = new(to);
    private readonly List<Row> batch = [];
    private int batchData;
    private long copied;
    private long marked;

    /// <summary>Copies, then reads both sides again and compares counts and hashes.</summary>
    /// <remarks>
    /// Nothing may write to either side meanwhile: that shows as a difference. A file that is opened to read stands
    /// still. The mark goes at the end whatever came out, so that another run begins at the first row.
    /// </remarks>
    /// <exception cref="TableUnavailableException">A side failed; run the copy again to go on.</exception>
    public async Task<StoreCopyResult> RunAsync(CancellationToken cancel)
    {
        var after = await mark.ReadAsync(cancel).ConfigureAwait(false);
        var resumed = after is not null;
        await foreach (var row in from.ScanAsync(after, cancel).ConfigureAwait(false))
        {
            if (row.PartitionKey == MarkPartition) continue;
            if (!Fits(row)) await WriteAsync(cancel).ConfigureAwait(false);
            batch.Add(row);
            batchData += row.Data.Length;
        }
        await WriteAsync(cancel).ConfigureAwait(false);

        var source = await DigestAsync(from, StoreCopyStage.HashingSource, cancel).ConfigureAwait(false);
        var target = await DigestAsync(to, StoreCopyStage.HashingTarget, cancel).ConfigureAwait(false);
        await mark.RemoveAsync(cancel).ConfigureAwait(false);
        var difference = source == target
            ? null
            : await StoreDifference.FindAsync(from, to, cancel).ConfigureAwait(false);
        return new StoreCopyResult(copied, resumed, source, target, difference);
    }

    private bool Fits(Row row) =>
        batch.Count == 0
        || (batch.Count < ITable.MaxBatch
            && batchData + row.Data.Length <= ITable.MaxBatchData
            && row.PartitionKey == batch[0].PartitionKey);

    private async Task WriteAsync(CancellationToken cancel)
    {
        if (batch.Count == 0) return;
        var last = batch[^1];
        RowChange[] changes = [.. batch.Select(row => new RowChange.Upsert(row.RowKey, row.Data))];
        await to.CommitAsync(last.PartitionKey, changes, cancel).ConfigureAwait(false);
        copied += batch.Count;
        batch.Clear();
        batchData = 0;
        if (copied - marked >= RowsPerMark)
        {
            await mark.WriteAsync(last, cancel).ConfigureAwait(false);
            marked = copied;
        }
        progress?.Report(new StoreCopyProgress(StoreCopyStage.Copying, copied));
    }

    private async Task<StoreDigest> DigestAsync(ITable table, StoreCopyStage stage, CancellationToken cancel)
    {
        using var digest = new StoreDigester();
        await foreach (var row in table.ScanAsync(null, cancel).ConfigureAwait(false))
        {
            if (row.PartitionKey == MarkPartition) continue;
            digest.Add(row);
            if (digest.Rows % RowsPerMark == 0) progress?.Report(new StoreCopyProgress(stage, digest.Rows));
        }
        progress?.Report(new StoreCopyProgress(stage, digest.Rows));
        return digest.Finish();
    }
}
