using System.Collections.Concurrent;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Knows in which conversations talk may have to be told elsewhere. Most are no side of anything: of those it is
/// remembered for a while, so that talk costs no read.
/// </summary>
internal sealed class RelayWatch(ITable table, IClock clock)
{
    private static readonly Duration Memory = Duration.FromMinutes(1);
    private const int MostKnown = 50_000;

    private readonly ConcurrentDictionary<string, Instant> _alone = new();

    /// <summary>Whether the conversation's group may tell its talk in others: only its turn knows.</summary>
    public async ValueTask<bool> MayAsync(ConversationReference conversation, CancellationToken cancel)
    {
        var (partition, now) = (conversation.Own.PartitionKey, clock.GetCurrentInstant());
        if (_alone.TryGetValue(partition, out var until) && now < until) return false;
        if (await RelaysAsync(partition, cancel)) return true;
        if (_alone.Count >= MostKnown) _alone.Clear();
        _alone[partition] = now + Memory;
        return false;
    }

    private async ValueTask<bool> RelaysAsync(string partition, CancellationToken cancel)
    {
        if (await table.GetAsync(partition, GroupRows.JoinedKey, cancel) is not null) return true;
        var kept = await table.GetAsync(partition, GroupRows.GroupKey, cancel);
        return kept?.TryRead(ConversationJson.Default.Group)?.Sides is { Relays: true };
    }
}
