using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// The lanes in which messages wait, one for each conversation and person; a lane is there while it is used.
/// </summary>
internal sealed class OutboxLanes
{
    private readonly ConcurrentDictionary<string, OutboxLane> _lanes = new();

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
    /// The lane's <see cref="OutboxLane.Next"/>; when there is none the lane has ended, and its worker with it.
    /// </summary>
    public OutboxItem? Next(OutboxLane lane, out ImmutableArray<OutboxItem> folded)
    {
        var next = lane.Next(out folded);
        if (next is null) Remove(lane);
        return next;
    }

    // Exactly this one: another may have taken its place.
    private void Remove(OutboxLane ended) => _lanes.TryRemove(KeyValuePair.Create(ended.Name, ended));

    private static string NameOf(string partitionKey, Outgoing message) =>
        string.Concat(partitionKey, ">", message.Recipient?.Key.Value ?? message.To.Id);
}
