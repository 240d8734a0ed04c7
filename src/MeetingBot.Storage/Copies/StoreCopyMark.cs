using System.Text.Json;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Copies;

/// <summary>
/// How far a copy came: one row in the target, <c>["partition","key"]</c> of the last row that is there.
/// </summary>
internal sealed class StoreCopyMark(ITable target)
{
    private const string MarkKey = "mark";

    public async Task<(string PartitionKey, string RowKey)?> ReadAsync(CancellationToken cancel)
    {
        var row = await target.GetAsync(StoreCopy.MarkPartition, MarkKey, cancel).ConfigureAwait(false);
        return row is not null && JsonSerializer.Deserialize<string[]>(row.Data.Span) is [var partition, var key]
            ? (partition, key)
            : null;
    }

    public async Task WriteAsync(Row last, CancellationToken cancel)
    {
        string[] key = [last.PartitionKey, last.RowKey];
        RowChange[] change = [new RowChange.Upsert(MarkKey, JsonSerializer.SerializeToUtf8Bytes(key))];
        await target.CommitAsync(StoreCopy.MarkPartition, change, cancel).ConfigureAwait(false);
    }

    public async Task RemoveAsync(CancellationToken cancel) => await target
        .CommitAsync(StoreCopy.MarkPartition, [new RowChange.Delete(MarkKey)], cancel)
        .ConfigureAwait(false);
}
