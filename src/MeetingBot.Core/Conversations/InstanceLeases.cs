using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Tells which instances are alive, so that what a dead one promised is delivered by another, and by one only.
/// An instance that could not renew in time sends nothing until it has, and then checks what it still owns.
/// </summary>
internal sealed class InstanceLeases(ITable table, IClock clock, string instance, bool exclusive)
{
    public static readonly Duration Length = Duration.FromSeconds(30);
    public static readonly Duration Renewal = Duration.FromSeconds(5);
    private static readonly Duration Margin = IChannel.LongestDelivery + Duration.FromSeconds(2);

    private const string Partition = "instances";
    private static readonly KeyRange Hints = KeyRange.Under("owes");
    private static readonly KeyRange Leases = KeyRange.Under("alive");

    /// <summary>So long after its end a lease is still left, for whoever wants to know what happened.</summary>
    private static readonly Duration Kept = Duration.FromDays(1);
    private Instant _until = Instant.MinValue;

    /// <summary>Counts the leases: it grows when one had run out before it was renewed.</summary>
    public int Number { get; private set; }

    /// <summary>
    /// Whether this instance may send. The margin covers a send that is under way and clocks that differ.
    /// </summary>
    public bool Valid => exclusive || clock.GetCurrentInstant() < _until - Margin;

    public async ValueTask RenewAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (!exclusive)
        {
            await table.CommitAsync(
                Partition,
                [
                    new RowChange.Upsert(
                        LeaseOf(instance),
                        Rows.Write(new InstanceLease(now + Length), ConversationJson.Default.InstanceLease)),
                ],
                cancel);
        }
        if (now >= _until) Number++;
        _until = now + Length;
    }

    /// <summary>Renews in the middle of long work, when it is time.</summary>
    public async ValueTask KeepAsync(CancellationToken cancel)
    {
        if (clock.GetCurrentInstant() >= _until - Length + Renewal) await RenewAsync(cancel);
    }

    /// <summary>Tells that this instance may promise messages to the groups, before it does.</summary>
    public async ValueTask AnnounceAsync(IEnumerable<string> partitionKeys, CancellationToken cancel)
    {
        foreach (var some in partitionKeys.Chunk(ITable.MaxBatch))
            await table.CommitAsync(Partition, [.. some.Select(Hint)], cancel);
    }

    /// <summary>The groups to which instances that are no more may owe messages.</summary>
    public async ValueTask<IReadOnlyList<OrphanedGroup>> OrphansAsync(CancellationToken cancel)
    {
        var alive = exclusive ? [] : await AliveAsync(cancel);
        var orphans = new List<OrphanedGroup>();
        // From owner to owner: what the living may owe is not read.
        for (var range = Hints; await FirstAsync(range, cancel) is { } first; )
        {
            await KeepAsync(cancel);
            var owner = first.RowKey.Split(TableKey.Separator)[1];
            var owes = KeyRange.Under("owes", owner);
            range = range with { From = owes.To };
            if (owner == instance || alive.Contains(owner)) continue;
            orphans.AddRange(await OrphansOfAsync(owner, owes, cancel));
        }
        return orphans;
    }

    // Its lease last: an instance that came to life since we asked who lives has written it before its first hint.
    private async ValueTask<IReadOnlyList<OrphanedGroup>> OrphansOfAsync(
        string owner, KeyRange owes, CancellationToken cancel)
    {
        var orphans = new List<OrphanedGroup>();
        await foreach (var row in table.QueryAllAsync(Partition, owes, cancel))
        {
            if (GroupOf(row) is { } partition) orphans.Add(new OrphanedGroup(owner, partition, row));
            await KeepAsync(cancel);
        }
        if (exclusive || await table.GetAsync(Partition, LeaseOf(owner), cancel) is not { } lease) return orphans;
        return IsAlive(lease, clock.GetCurrentInstant()) ? [] : orphans;
    }

    private async ValueTask<Row?> FirstAsync(KeyRange range, CancellationToken cancel) =>
        await table.QueryAsync(Partition, range, 1, cancel) is [var row, ..] ? row : null;

    /// <summary>These groups are owed nothing any more, unless they were announced anew.</summary>
    public async ValueTask SettleAsync(IEnumerable<OrphanedGroup> orphans, CancellationToken cancel)
    {
        foreach (var some in orphans.Chunk(ITable.MaxBatch))
            await table.CommitEachAsync(
                Partition, [.. some.Select(orphan => new RowChange.Delete(orphan.Hint.RowKey, orphan.Hint.ETag))],
                cancel);
    }

    /// <summary>Takes away every hint to the group, whichever instance gave it.</summary>
    public async ValueTask ForgetAsync(string partitionKey, CancellationToken cancel)
    {
        var dropped = new List<RowChange>();
        await foreach (var row in table.QueryAllAsync(Partition, Hints, cancel))
            if (GroupOf(row) == partitionKey) dropped.Add(new RowChange.Delete(row.RowKey));
        foreach (var some in dropped.Chunk(ITable.MaxBatch)) await table.CommitAsync(Partition, some, cancel);
    }

    /// <summary>Says goodbye: others need not wait for the lease to run out.</summary>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        _until = Instant.MinValue;
        await table.CommitAsync(Partition, [new RowChange.Delete(LeaseOf(instance))], cancel);
    }

    private RowChange Hint(string partitionKey) => new RowChange.Upsert(
        TableKey.Join("owes", instance, partitionKey),
        Rows.Write(new OutboxHint(partitionKey), ConversationJson.Default.OutboxHint));

    private static string? GroupOf(Row hint) => hint.TryRead(ConversationJson.Default.OutboxHint)?.PartitionKey;

    private async ValueTask<HashSet<string>> AliveAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var (alive, past) = (new HashSet<string>(StringComparer.Ordinal), new List<RowChange>());
        await foreach (var row in table.QueryAllAsync(Partition, Leases, cancel))
        {
            if (IsAlive(row, now)) alive.Add(row.RowKey.Split(TableKey.Separator)[1]);
            else if (IsAlive(row, now - Kept)) continue;
            else past.Add(new RowChange.Delete(row.RowKey, row.ETag));
        }
        foreach (var some in past.Chunk(ITable.MaxBatch)) await table.CommitEachAsync(Partition, some, cancel);
        return alive;
    }

    // A lease that can't be read is of a newer version, and says that its instance may live.
    private static bool IsAlive(Row row, Instant at) =>
        row.TryRead(ConversationJson.Default.InstanceLease) is not { } lease || lease.Until > at;

    private static string LeaseOf(string owner) => TableKey.Join("alive", owner);
}

/// <summary>A group to which an instance that is no more may owe messages, and the hint that says so.</summary>
internal sealed record OrphanedGroup(string Instance, string PartitionKey, Row Hint);
