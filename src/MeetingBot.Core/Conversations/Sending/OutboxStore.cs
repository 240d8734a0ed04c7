using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Conversations.Sending;

/// <summary>The rows of the outbox.</summary>
internal sealed class OutboxStore(ITable table, LiveCards cards, CardClaims claims, CardPace pace)
{
    /// <summary>Most bytes by which a row grows when it names another owner.</summary>
    private const int MostGrowth = 256;

    public LiveCards LiveCards => cards;

    public CardClaims Claims => claims;

    public CardPace Pace => pace;

    /// <summary>
    /// Remembers which message of the platform is now the live card; what was promised is an edit of it from now on.
    /// </summary>
    /// <returns>What is left to do; null where the message is not there any more.</returns>
    public async ValueTask<OutboxItem?> RememberAsync(OutboxItem item, string? messageId, CancellationToken cancel)
    {
        var (partition, message) = (item.PartitionKey, item.Entry.Message);
        var entry = item.Entry with { Message = message with { Fresh = false } };
        var edit = item with { Entry = entry, LeaseNumber = OutboxItem.Unsure };
        if (cards.Remember(partition, message, messageId) is not { } remember) return edit;
        var done = await CommitAsync(
            item, row => [new RowChange.Replace(item.RowKey, entry.ToData(), row.ETag), remember], cancel);
        if (!done) return null;
        cards.Remembered(partition, message, messageId!);
        return edit;
    }

    /// <summary>Takes the message out, and remembers which message of the platform is now the live card.</summary>
    public async ValueTask FinishAsync(OutboxItem item, string? messageId, CancellationToken cancel)
    {
        var (partition, message) = (item.PartitionKey, item.Entry.Message);
        if (cards.Remember(partition, message, messageId) is not { } remember)
            await table.CommitAsync(partition, [new RowChange.Delete(item.RowKey)], cancel);
        else if (await CommitAsync(item, row => [new RowChange.Delete(item.RowKey, row.ETag), remember], cancel))
            cards.Remembered(partition, message, messageId!);
        await claims.ReleaseAsync(partition, message, cancel);
    }

    /// <summary>Takes messages out that another has made superfluous.</summary>
    /// <param name="items">Of one group; at most <see cref="ITable.MaxBatch"/>.</param>
    public async ValueTask DropAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancel)
    {
        var partition = items[0].PartitionKey;
        await table.CommitAsync(partition, [.. items.Select(item => new RowChange.Delete(item.RowKey))], cancel);
        foreach (var item in items) await claims.ReleaseAsync(partition, item.Entry.Message, cancel);
    }

    // Without its row the message has been finished before, or its group is forgotten: it leaves no card there.
    private async ValueTask<bool> CommitAsync(
        OutboxItem item, Func<Row, List<RowChange>> changesOf, CancellationToken cancel)
    {
        var (partition, message) = (item.PartitionKey, item.Entry.Message);
        while (await table.GetAsync(partition, item.RowKey, cancel) is { } row)
        {
            var changes = changesOf(row);
            if (await claims.ReleaseOfAsync(partition, message, cancel) is { } release) changes.Add(release);
            if (await table.CommitAsync(partition, changes, cancel) is CommitResult.Conflict) continue;
            claims.Released(partition, message);
            return true;
        }
        return false;
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
