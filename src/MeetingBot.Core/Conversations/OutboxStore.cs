using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>The rows of the outbox.</summary>
internal sealed class OutboxStore(ITable table, LiveCards cards, CardClaims claims)
{
    /// <summary>Most bytes by which a row grows when it names another owner.</summary>
    private const int MostGrowth = 256;

    public LiveCards LiveCards => cards;

    public CardClaims Claims => claims;

    /// <summary>Takes the message out, and remembers which message of the platform is now the live card.</summary>
    public async ValueTask FinishAsync(OutboxItem item, string? messageId, CancellationToken cancel)
    {
        var remember = cards.Remember(item.PartitionKey, item.Entry.Message, messageId);
        if (remember.Count == 0)
        {
            await table.CommitAsync(item.PartitionKey, [new RowChange.Delete(item.RowKey)], cancel);
            return;
        }
        // Without its row the message has been finished before, or its group is forgotten: it leaves no card there.
        while (await table.GetAsync(item.PartitionKey, item.RowKey, cancel) is { } row)
        {
            RowChange done = new RowChange.Delete(item.RowKey, row.ETag);
            if (await table.CommitAsync(item.PartitionKey, [done, .. remember], cancel) is CommitResult.Conflict)
                continue;
            cards.Remembered(item.PartitionKey, item.Entry.Message, messageId!);
            return;
        }
    }

    /// <summary>Whether the message is still there and still this instance's.</summary>
    public async ValueTask<bool> StillOwnsAsync(OutboxItem item, string owner, CancellationToken cancel) =>
        await table.GetAsync(item.PartitionKey, item.RowKey, cancel) is { } row
            && OutboxEntry.TryRead(row)?.Owner == owner;

    /// <summary>
    /// The rows of a group's messages, in the order in which they were promised, each list what one commit can hold.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<Row>> PromisedAsync(
        string partition, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (rows, room) = (new List<Row>(), ITable.MaxBatchData);
        await foreach (var row in table.QueryAllAsync(partition, OutboxEntry.Range, cancel))
        {
            room -= row.Data.Length + MostGrowth;
            if (rows.Count == ITable.MaxBatch || (rows.Count > 0 && room < 0))
            {
                yield return rows;
                (rows, room) = ([], ITable.MaxBatchData - row.Data.Length - MostGrowth);
            }
            rows.Add(row);
        }
        if (rows.Count > 0) yield return rows;
    }

    /// <summary>
    /// Makes messages another instance's, those that were not written since: who comes second gets none.
    /// </summary>
    /// <param name="messages">At most as many as one commit can hold.</param>
    /// <returns>Those that are now its own, in order; those that were before are among them.</returns>
    public async ValueTask<IReadOnlyList<(string Key, OutboxEntry Entry)>> ClaimAsync(
        string partition, IReadOnlyList<(Row Row, OutboxEntry Entry)> messages, string to, CancellationToken cancel)
    {
        var claimed = messages.Select(message => (message.Row.RowKey, Entry: message.Entry with { Owner = to }))
            .ToList();
        var claims = messages.Zip(claimed)
            .Where(pair => pair.First.Entry.Owner != to)
            .Select(RowChange (pair) =>
                new RowChange.Replace(pair.Second.RowKey, pair.Second.Entry.ToData(), pair.First.Row.ETag))
            .ToList();
        var stored = await table.CommitEachAsync(partition, claims, cancel);
        if (stored.Count == claims.Count) return claimed;
        var lost = claims.Except(stored).Select(change => change.RowKey).ToHashSet(StringComparer.Ordinal);
        return [.. claimed.Where(message => !lost.Contains(message.RowKey))];
    }
}
