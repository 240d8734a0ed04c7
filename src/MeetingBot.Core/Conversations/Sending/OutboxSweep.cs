using System.Collections.Concurrent;
using MeetingBot.Tables;

namespace MeetingBot.Conversations.Sending;

/// <summary>Finds what was promised to a group and is not being delivered, and makes it this instance's.</summary>
internal sealed class OutboxSweep(OutboxStore store, InstanceLeases leases, OutboxServices services)
{
    // Told of once each: they are met again and again until an instance that can read them has delivered them.
    private readonly ConcurrentDictionary<string, bool> _unreadable = new();

    /// <summary>Hands over the messages of the given owners, in the order in which they were promised.</summary>
    /// <returns>False when there are messages that can't be read: they stay, for an instance that can.</returns>
    public async ValueTask<bool> RunAsync(
        string partition, IReadOnlyList<string> owners, Action<OutboxItem> add, CancellationToken cancel)
    {
        var (taken, unreadable) = (0, 0);
        await foreach (var rows in store.PromisedAsync(partition, cancel))
        {
            var messages = rows.Select(row => (Row: row, Entry: OutboxEntry.TryRead(row)))
                .ToLookup(message => message.Entry is null);
            foreach (var (row, _) in messages[true]) PassOver(row);
            unreadable += messages[true].Count();

            var theirs = messages[false].Where(message => owners.Contains(message.Entry!.Owner)).ToList();
            // Another must find here what is claimed now, should this instance die as well.
            if (taken == 0 && theirs.Any(message => message.Entry!.Owner != services.Instance))
                await leases.AnnounceAsync([partition], cancel);
            foreach (var (key, entry) in await store.ClaimAsync(partition, theirs!, services.Instance, cancel))
            {
                taken++;
                // It may be delivered while we look: it is sent only if its row is still there then.
                add(new OutboxItem(partition, key, entry, OutboxItem.Unsure));
            }
            await leases.KeepAsync(cancel);
        }
        if (taken > 0) services.Log.TakenOver(taken, OpaqueId.Of(partition), string.Join(", ", owners));
        return unreadable == 0;
    }

    private void PassOver(Row row)
    {
        if (_unreadable.TryAdd(row.RowKey, true)) services.Log.Unreadable(row.RowKey, OpaqueId.Of(row.PartitionKey));
    }
}
