using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// Keeps the instance known to be alive, its groups known to be its own, and takes over what is owed and nobody
/// delivers: what dead instances have left, and what a commit may have left of which nobody heard.
/// </summary>
/// <param name="add">Takes a message that is to be delivered.</param>
internal sealed class OutboxCare(InstanceLeases leases, OutboxSweep sweep, string owner, Action<OutboxItem> add)
{
    private readonly ConcurrentDictionary<string, int> _announced = new();
    private readonly ConcurrentDictionary<string, bool> _toSweep = new();
    private int _announcedLease;

    /// <inheritdoc cref="Outbox.AnnounceAsync"/>
    public async ValueTask AnnounceAsync(string partition, int epoch, CancellationToken cancel)
    {
        if (_announced.TryGetValue(partition, out var known) && known == epoch) return;
        await leases.AnnounceAsync([partition], cancel);
        _announced[partition] = epoch;
    }

    /// <summary>Nothing is owed there any more: no hint leads to it.</summary>
    public async ValueTask ForgetAsync(string partition, CancellationToken cancel)
    {
        _announced.TryRemove(partition, out _);
        await leases.ForgetAsync(partition, cancel);
    }

    /// <inheritdoc cref="Outbox.SweepLater"/>
    public void SweepLater(string partition) => _toSweep[partition] = true;

    /// <summary>One round: the lease, what an unsure commit may have left, what others left.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await leases.RenewAsync(cancel);
        await AnnounceAgainAsync(cancel);
        foreach (var partition in _toSweep.Keys) await SweepAsync(partition, cancel);
        await TakeOverAsync(cancel);
    }

    // Asked for again meanwhile, it is done again: what is found now may lack what the other one is about.
    private async ValueTask SweepAsync(string partition, CancellationToken cancel)
    {
        _toSweep.TryRemove(partition, out _);
        try
        {
            await sweep.RunAsync(partition, [owner], add, cancel);
        }
        catch
        {
            _toSweep[partition] = true;
            throw;
        }
    }

    // What several have left is taken over together: in the order in which it was promised, whoever promised it.
    private async ValueTask TakeOverAsync(CancellationToken cancel)
    {
        var settled = new List<OrphanedGroup>();
        foreach (var orphans in (await leases.OrphansAsync(cancel)).ToLookup(orphan => orphan.PartitionKey))
        {
            ImmutableArray<string> instances = [.. orphans.Select(orphan => orphan.Instance)];
            if (await sweep.RunAsync(orphans.Key, instances, add, cancel)) settled.AddRange(orphans);
            await leases.KeepAsync(cancel);
        }
        await leases.SettleAsync(settled, cancel);
    }

    // While the lease had run out, another may have taken what we owed and the hint that led to it.
    private async ValueTask AnnounceAgainAsync(CancellationToken cancel)
    {
        var lease = leases.Number;
        if (lease == _announcedLease) return;
        await leases.AnnounceAsync(_announced.Keys, cancel);
        _announcedLease = lease;
    }
}
