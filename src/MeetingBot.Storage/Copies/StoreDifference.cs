using MeetingBot.Tables;

namespace MeetingBot.Storage.Copies;

/// <summary>What two homes do not have in common.</summary>
/// <param name="Missing">Rows that only the source has.</param>
/// <param name="Extra">Rows that only the target has.</param>
/// <param name="Changed">Rows that both have, with other data.</param>
/// <param name="First">Partition and row key of the first of all these.</param>
public sealed record StoreDifference(
    long Missing, long Extra, long Changed, (string PartitionKey, string RowKey)? First)
{
    /// <summary>Reads both sides once, side by side.</summary>
    public static async Task<StoreDifference> FindAsync(ITable source, ITable target, CancellationToken cancel)
    {
        var found = new StoreDifference(0, 0, 0, null);
        await using var one = source.ScanAsync(null, cancel).GetAsyncEnumerator(cancel);
        await using var other = target.ScanAsync(null, cancel).GetAsyncEnumerator(cancel);
        var (left, right) = (await NextAsync(one), await NextAsync(other));
        while (left is not null || right is not null)
        {
            var order = left is null ? 1 : right is null ? -1 : Compare(left, right);
            if (order < 0) found = found.At(left!) with { Missing = found.Missing + 1 };
            if (order > 0) found = found.At(right!) with { Extra = found.Extra + 1 };
            if (order == 0 && !left!.Data.Span.SequenceEqual(right!.Data.Span))
                found = found.At(left) with { Changed = found.Changed + 1 };
            var (takeLeft, takeRight) = (order <= 0, order >= 0);
            if (takeLeft) left = await NextAsync(one);
            if (takeRight) right = await NextAsync(other);
        }
        return found;
    }

    private StoreDifference At(Row row) => First is null ? this with { First = (row.PartitionKey, row.RowKey) } : this;

    private static int Compare(Row left, Row right) =>
        string.CompareOrdinal(left.PartitionKey, right.PartitionKey) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.RowKey, right.RowKey);

    private static async ValueTask<Row?> NextAsync(IAsyncEnumerator<Row> rows)
    {
        while (await rows.MoveNextAsync().ConfigureAwait(false))
            if (rows.Current.PartitionKey != StoreCopy.MarkPartition) return rows.Current;
        return null;
    }
}
