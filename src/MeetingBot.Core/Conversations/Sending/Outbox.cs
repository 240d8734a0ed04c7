using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// Delivers what turns have promised: in order per conversation, at the platform's pace, until the platform has it.
/// Every message is a row from its turn's commit to its delivery, so a crash only delays it.
/// </summary>
public sealed class Outbox : IDisposable
{
    /// <summary>So many messages of one conversation may wait before its turns wait for the platform.</summary>
    private const int MostOfLane = 1_000;

    /// <summary>So many of all conversations may wait in memory before every turn waits.</summary>
    private const int MostWaiting = 20_000;

    private static readonly Duration LongestHold = Duration.FromSeconds(2);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly OutboxDelivery _delivery;
    private readonly OutboxStore _store;
    private readonly InstanceLeases _leases;
    private readonly OutboxServices _services;
    private readonly OutboxCare _care;
    private readonly OutboxLanes _lanes = new();
    private readonly ConcurrentDictionary<(string, string), bool> _held = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private int _waiting;
    private int _working;

    public Outbox(ITable table, IEnumerable<IChannel> channels, OutboxServices services, DrawLiveCard draw)
    {
        _services = services;
        _store = new OutboxStore(
            table, new LiveCards(table, services.Exclusive), new CardClaims(table, services),
            new CardPace(table, services.Clock));
        _leases = new InstanceLeases(table, services.Clock, services.Instance, services.Exclusive);
        _care = new OutboxCare(_leases, new OutboxSweep(_store, _leases, services), services.Instance, Add);
        _delivery = new OutboxDelivery(channels, _store, _leases, services, draw);
        Telemetry.Meter.CreateObservableGauge(
            "meetingbot.outbox.depth", () => _waiting, "{message}", "Messages waiting in memory");
        Telemetry.Meter.CreateObservableGauge(
            "meetingbot.outbox.age", OldestAge, "s", "How long the oldest message has waited");
    }

    /// <summary>The instance whose messages these are.</summary>
    public string Owner => _services.Instance;

    /// <summary>Messages waiting here.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Messages of those that are left alone for a moment: paced live cards that were just drawn.</summary>
    internal int Resting => _lanes.Resting(_services.Clock.GetCurrentInstant());

    /// <summary>Conversations in which such a message waits, each for the first of them.</summary>
    internal int LanesAtRest => _lanes.AtRest(_services.Clock.GetCurrentInstant());

    /// <summary>Conversations in which messages wait or are being delivered.</summary>
    internal int Lanes => _lanes.Count;

    private double OldestAge() =>
        _lanes.OldestAt is { } at ? (_services.Clock.GetCurrentInstant() - at).TotalSeconds : 0;

    /// <summary>Makes sure that another instance would find what this one is about to promise to the group.</summary>
    /// <param name="epoch">The group's: when it was forgotten, its hints went with it.</param>
    internal ValueTask AnnounceAsync(GroupId group, int epoch, CancellationToken cancel) =>
        _care.AnnounceAsync(group.PartitionKey, epoch, cancel);

    /// <summary>The group is forgotten and owed nothing any more: no hint leads to it.</summary>
    internal async ValueTask ForgetAsync(GroupId group, CancellationToken cancel)
    {
        _store.LiveCards.Forget(group.PartitionKey);
        await _care.ForgetAsync(group.PartitionKey, cancel);
    }

    /// <summary>
    /// The lease under which something is promised: read before the commit, during which it may run out.
    /// </summary>
    internal int LeaseNumber => _leases.Number;

    /// <summary>Takes over messages that are committed.</summary>
    /// <param name="lease">The <see cref="LeaseNumber"/> before the commit.</param>
    internal void Enqueue(GroupId group, ImmutableArray<(string Key, OutboxEntry Entry)> entries, int lease)
    {
        foreach (var (key, entry) in entries) Add(new OutboxItem(group.PartitionKey, key, entry, lease));
    }

    /// <summary>
    /// Waits a little when the platform does not keep up with such messages: whoever promised them is answered later.
    /// </summary>
    internal async ValueTask HoldAsync(
        GroupId group, ImmutableArray<(string Key, OutboxEntry Entry)> entries, CancellationToken cancel)
    {
        var until = _services.Clock.GetCurrentInstant() + LongestHold;
        while (!KeepsUp(group, entries)
            && _services.Clock.GetCurrentInstant() < until
            && !cancel.IsCancellationRequested)
            await _services.Wait(Duration.FromMilliseconds(5), CancellationToken.None);
    }

    private bool KeepsUp(GroupId group, ImmutableArray<(string Key, OutboxEntry Entry)> entries) =>
        Waiting <= MostWaiting
        && entries.All(entry => _lanes.LengthOf(group.PartitionKey, entry.Entry.Message) <= MostOfLane);

    /// <summary>Something may have been promised to the group without our knowing: look there soon.</summary>
    internal void SweepLater(GroupId group) => _care.SweepLater(group.PartitionKey);

    /// <summary>Renews the lease and takes over what dead instances owe, until stopped. Never throws.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await StartAsync(cancel);
            await WaitQuietly(InstanceLeases.Renewal, cancel);
        }
    }

    /// <summary>
    /// A round that never throws. The first comes before anything new is promised: what is owed goes first.
    /// </summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        try
        {
            await CareAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopping is what the caller looks at next.
        }
        catch (Exception error)
        {
            _services.Log.BackgroundFailed(error);
        }
    }

    /// <summary>One round: the lease, what others left, what an unsure commit may have left.</summary>
    public Task CareAsync(CancellationToken cancel) => _care.RunAsync(cancel);

    /// <summary>
    /// Sends for two seconds more, then begins no further message and lets those under way end, until cancelled. What
    /// is not delivered stays in the store for the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        for (var rounds = 0; Waiting > 0 && rounds < 200 && !cancel.IsCancellationRequested; rounds++)
            await WaitQuietly(Duration.FromMilliseconds(10), cancel);
        await _stopping.CancelAsync();
        while (Volatile.Read(ref _working) > 0 && !cancel.IsCancellationRequested)
            await WaitQuietly(Duration.FromMilliseconds(10), cancel);
        await _aborting.CancelAsync();
        // However long the rest took: else others wait for the lease to run out before they send what is left.
        using var goodbye = new CancellationTokenSource(LongestGoodbye);
        await _leases.EndAsync(goodbye.Token);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private void Add(OutboxItem item)
    {
        if (!_held.TryAdd((item.PartitionKey, item.RowKey), true)) return;
        Interlocked.Increment(ref _waiting);
        if (_lanes.Add(item) is { } lane)
            ThreadPool.UnsafeQueueUserWorkItem(
                static work => _ = work.Outbox.WorkAsync(work.Lane), (Outbox: this, Lane: lane), preferLocal: false);
    }

    // What the platform has is never sent again because the store is away: finishing is repeated, not sending.
    private async Task WorkAsync(OutboxLane lane)
    {
        Interlocked.Increment(ref _working);
        try
        {
            await EmptyAsync(lane);
        }
        finally
        {
            Interlocked.Decrement(ref _working);
        }
    }

    private async Task EmptyAsync(OutboxLane lane)
    {
        var unfinished = new Queue<(OutboxItem Item, string? MessageId)>();
        var superfluous = new Queue<OutboxItem>();
        SentCard? card = null;
        for (var (attempt, failures) = (0, 0); ; )
        {
            try
            {
                while (unfinished.TryPeek(out var sent))
                {
                    await _store.FinishAsync(sent.Item, sent.MessageId, CancellationToken.None);
                    Release(unfinished.Dequeue().Item);
                    attempt = 0;
                }
                while (superfluous.Count > 0)
                {
                    // Many edits of one card go in few commits: they come faster than one commit each could end.
                    OutboxItem[] some = [.. superfluous.Take(ITable.MaxBatch)];
                    await _store.DropAsync(some, CancellationToken.None);
                    foreach (var _ in some) Release(superfluous.Dequeue());
                    attempt = 0;
                }
                if (card is { } sentCard)
                {
                    var edit = await _delivery.EditOfAsync(sentCard, _aborting.Token);
                    card = null;
                    if (edit is not null) lane.Replace(edit);
                    else Finished(sentCard.Item, sentCard.MessageId);
                    continue;
                }
                if (_stopping.IsCancellationRequested) return;
                var now = _services.Clock.GetCurrentInstant();
                var next = _lanes.Next(lane, now, out var folded, out var wait);
                foreach (var old in folded) superfluous.Enqueue(old);
                if (folded.Length > 0) failures = 0;
                if (next is null)
                {
                    if (folded.Length > 0) continue;
                    if (wait is not { } rest) return;
                    await RestAsync(lane, now + rest);
                    continue;
                }

                var outcome = await _delivery.RunAsync(next, failures, _aborting.Token);
                if (outcome.DrawnAt is { } drawn)
                {
                    _lanes.Drawn(lane, next.Entry.Message.Slot!, drawn);
                    continue;
                }
                if (outcome.Failed) failures++;
                if (outcome.Done)
                {
                    (attempt, failures) = (0, 0);
                    if (outcome.Shown is { } shown) card = new SentCard(next, outcome.MessageId, shown);
                    else if (outcome.Owned) Finished(next, outcome.MessageId);
                    else
                    {
                        lane.Done();
                        Release(next);
                    }
                }
                else await WaitQuietly(Backoff.After(attempt++, _services.Random(), outcome.After), _stopping.Token);
            }
            catch (Exception error)
            {
                if (error is not OperationCanceledException) _services.Log.BackgroundFailed(error);
                if (_stopping.IsCancellationRequested) return;
                await WaitQuietly(Backoff.After(attempt++, _services.Random()), _stopping.Token);
            }
        }

        void Finished(OutboxItem item, string? messageId)
        {
            lane.Done();
            unfinished.Enqueue((item, messageId));
        }
    }

    // What comes meanwhile need not wait for the card.
    private async Task RestAsync(OutboxLane lane, Instant until)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var left = Duration.Max(Duration.Zero, until - _services.Clock.GetCurrentInstant());
        var rest = WaitQuietly(left, ended.Token);
        lane.Rests();
        // The time may have come before we began to wait for it.
        if (_services.Clock.GetCurrentInstant() < until) await Task.WhenAny(rest, lane.Arrival);
        await ended.CancelAsync();
    }

    private void Release(OutboxItem item)
    {
        if (_held.TryRemove((item.PartitionKey, item.RowKey), out _)) Interlocked.Decrement(ref _waiting);
    }

    private async Task WaitQuietly(Duration length, CancellationToken cancel)
    {
        try
        {
            await _services.Wait(length, cancel);
        }
        catch (OperationCanceledException)
        {
            // Stopping is what the caller looks at next.
        }
    }
}
