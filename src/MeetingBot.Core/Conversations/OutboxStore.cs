using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>The rows of the outbox.</summary>
internal sealed class OutboxStore(ITable table, LiveCards cards)
{
    public LiveCards LiveCards => cards;

    /// <summary>Takes the message out, and remembers which message of the platform is now the live card.</summary>
    public async ValueTask FinishAsync(OutboxItem item, string? messageId, CancellationToken cancel)
    {
        var remember = cards.Remember(item.PartitionKey, item.Entry.Message, messageId);
        RowChange done = new RowChange.Delete(item.RowKey);
        await table.CommitAsync(item.PartitionKey, remember is null ? [done] : [done, remember], cancel);
        cards.Remembered(item.PartitionKey, item.Entry.Message, messageId);
    }

    /// <summary>Whether the message is still there and still this instance's.</summary>
    public async ValueTask<bool> StillOwnsAsync(OutboxItem item, string owner, CancellationToken cancel) =>
        await table.GetAsync(item.PartitionKey, item.RowKey, cancel) is { } row && OutboxEntry.Read(row).Owner == owner;

    /// <summary>Makes the messages of one instance another's, one by one; who comes second gets none.</summary>
    public async IAsyncEnumerable<(string Key, OutboxEntry Entry)> ClaimAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAllAsync(partition, OutboxEntry.Range, cancel))
        {
            var entry = OutboxEntry.Read(row);
            if (entry.Owner != from) continue;
            if (from != to)
            {
                entry = entry with { Owner = to };
                var claim = new RowChange.Replace(row.RowKey, entry.ToData(), row.ETag);
                if (await table.CommitAsync(partition, [claim], cancel) is CommitResult.Conflict) continue;
            }
            yield return (row.RowKey, entry);
        }
    }
}
