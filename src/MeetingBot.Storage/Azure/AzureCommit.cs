using System.Security.Cryptography;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>
/// One commit. Two things of the protocol are mended here: the pipeline repeats a batch whose answer was lost,
/// and it then conflicts with itself; and a row that is to be deleted may be gone already, which fails a batch.
/// </summary>
internal sealed class AzureCommit(TableClient client, string partitionKey, IReadOnlyList<RowChange> changes)
{
    private readonly string operation = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public async Task<CommitResult> RunAsync(CancellationToken cancel)
    {
        var left = changes;
        while (left.Count > 0)
        {
            var result = await client
                .SubmitTransactionAsync(partitionKey, left, operation, cancel)
                .ConfigureAwait(false);
            if (result.Error is not { FailedIndex: { } index }) break;

            var failed = left[index];
            if (result.Retried && await IsStoredAsync(cancel).ConfigureAwait(false)) break;
            if (failed is not RowChange.Delete { IfMatch: null })
            {
                if (result.Retried) ThrowIfUnknown(result.Error, failed);
                return new CommitResult.Conflict(failed.RowKey);
            }
            left = await WithoutGoneAsync(left, failed, cancel).ConfigureAwait(false);
        }
        return CommitResult.Committed.Instance;
    }

    // Any row with this batch's id proves it, for all were stored or none. Others may have written over some
    // since; a row that the batch inserted is the least likely to have changed hands.
    private async Task<bool> IsStoredAsync(CancellationToken cancel)
    {
        foreach (var change in changes.OrderBy(change => change is RowChange.Insert ? 0 : 1))
        {
            if (change is RowChange.Delete) continue;
            var entity = await client.GetEntityAsync(partitionKey, change.RowKey, cancel).ConfigureAwait(false);
            if (entity?.Operation == operation) return true;
        }
        return false;
    }

    // A batch of deletes leaves no mark: the row may be gone by its own first try.
    private void ThrowIfUnknown(TableError error, RowChange failed)
    {
        if (error.Status == 404 && failed is RowChange.Delete && changes.All(change => change is RowChange.Delete))
            throw new TableUnavailableException("An answer of the table service was lost; the delete may be done.");
    }

    private async Task<IReadOnlyList<RowChange>> WithoutGoneAsync(
        IReadOnlyList<RowChange> left, RowChange gone, CancellationToken cancel)
    {
        var kept = await Task.WhenAll(left.Select(async change =>
            change != gone && (change is not RowChange.Delete { IfMatch: null }
                || await client.GetEntityAsync(partitionKey, change.RowKey, cancel).ConfigureAwait(false) is not null)))
            .ConfigureAwait(false);
        return [.. left.Where((_, i) => kept[i])];
    }
}
