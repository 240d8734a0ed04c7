using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// The lanes in which messages wait, one for each conversation and person; a lane is there while it is used.
/// </summary>
internal sealed class OutboxLanes
{
    /// <summary>How long a paced live card is left alone after it was drawn.</summary>
    public static readonly Duration Pace = Duration.FromSeconds(1);

    private const int MostDrawn = 10_000;

    private readonly ConcurrentDictionary<string, OutboxLane> _lanes = new();
    private readonly ConcurrentDictionary<(string Lane, string Slot), Instant> _drawn = new();

    public int Count => _lanes.Count;

    /// <summary>When the message that has waited longest was promised; null when none waits.</summary>
    public Instant? OldestAt => _lanes.Values.Min(lane => lane.OldestAt);

    /// <summary>How many messages wait in the lane of such a message.</summary>
    public int LengthOf(string partitionKey, Outgoing message) =>
        _lanes.TryGetValue(NameOf(partitionKey, message), out var lane) ? lane.Length : 0;

    /// <summary>Puts the message into its lane. The lane, when nobody works on it yet: the caller must.</summary>
    public OutboxLane? Add(OutboxItem item)
    {
        var name = NameOf(item.PartitionKey, item.Entry.Message);
        while (true)
        {
            var lane = _lanes.GetOrAdd(name, static name => new OutboxLane(name));
            if (lane.TryAdd(item, out var first)) return first ? lane : null;
            Remove(lane);
        }
    }

    /// <summary>
    /// The lane's <see cref="OutboxLane.Next"/>; when none waits the lane has ended, and its worker with it.
    /// </summary>
    public OutboxItem? Next(
        OutboxLane lane, Instant now, out ImmutableArray<OutboxItem> folded, out Duration? wait)
    {
        var next = lane.Next(slot => Rest(lane, slot, now), out folded, out wait);
        if (next is null && wait is null) Remove(lane);
        if (next?.Entry.Message is { Paced: true, Slot: { } drawn }) Drawn(lane, drawn, now);
        return next;
    }

    /// <summary>The live card was drawn then, here or elsewhere.</summary>
    public void Drawn(OutboxLane lane, string slot, Instant at)
    {
        if (_drawn.Count > MostDrawn) _drawn.Clear();
        _drawn[(lane.Name, slot)] = at;
    }

    /// <summary>How many messages are too early to be sent.</summary>
    public int Resting(Instant now) => _lanes.Values.Sum(lane => lane.Resting(slot => Rest(lane, slot, now)));

    /// <summary>How many lanes they wait in.</summary>
    public int AtRest(Instant now) => _lanes.Values.Count(lane => lane.Resting(slot => Rest(lane, slot, now)) > 0);

    private Duration Rest(OutboxLane lane, string slot, Instant now) =>
        _drawn.TryGetValue((lane.Name, slot), out var drawn) ? drawn + Pace - now : Duration.Zero;

    // Exactly this one: another may have taken its place.
    private void Remove(OutboxLane ended) => _lanes.TryRemove(KeyValuePair.Create(ended.Name, ended));

    private static string NameOf(string partitionKey, Outgoing message) =>
        string.Concat(
            partitionKey, ">", message.Recipient?.Key.Value ?? message.To.Side,
            // A service that is away holds up no message.
            message.Errand is { } errand ? ">" + errand.Door : "");
}
