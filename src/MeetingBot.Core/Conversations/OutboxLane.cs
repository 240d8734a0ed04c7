using System.Collections.Immutable;

namespace MeetingBot.Conversations;

/// <summary>
/// The messages that wait for one conversation, in order. Of the edits of one live card only the newest is worth
/// sending: an older one that still waits is folded into it. A lane that has run empty takes no message any more.
/// </summary>
internal sealed class OutboxLane(string name)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<OutboxItem> _waiting = [];
    private bool _begun;
    private bool _ended;

    public string Name => name;

    /// <summary>Adds a message; false when the lane has ended.</summary>
    /// <param name="first">Nobody works on the lane yet: the caller must.</param>
    public bool TryAdd(OutboxItem item, out bool first)
    {
        lock (_gate)
        {
            first = !_begun;
            if (_ended) return false;
            _waiting.AddLast(item);
            return _begun = true;
        }
    }

    /// <summary>
    /// The next message and those it makes superfluous; null when none waits, and the lane has then ended.
    /// The message stays in the lane until <see cref="Done"/>.
    /// </summary>
    public OutboxItem? Next(out ImmutableArray<OutboxItem> folded)
    {
        folded = [];
        lock (_gate)
        {
            var first = _waiting.First;
            while (first is { Value.Entry.Message: { Slot: { } slot, Fresh: false } } && NewerEdit(first, slot))
            {
                folded = folded.Add(first.Value);
                _waiting.RemoveFirst();
                first = _waiting.First;
            }
            _ended = first is null;
            return first?.Value;
        }
    }

    /// <summary>Puts another message in the place of the first one.</summary>
    public void Replace(OutboxItem item)
    {
        lock (_gate) _waiting.First!.Value = item;
    }

    /// <summary>Takes the first message away.</summary>
    public void Done()
    {
        lock (_gate) _waiting.RemoveFirst();
    }

    public int Length
    {
        get
        {
            lock (_gate) return _waiting.Count;
        }
    }

    /// <summary>When the message that has waited longest was promised; null when none waits.</summary>
    public NodaTime.Instant? OldestAt
    {
        get
        {
            lock (_gate) return _waiting.First?.Value.Entry.At;
        }
    }

    private static bool NewerEdit(LinkedListNode<OutboxItem> node, string slot)
    {
        for (var next = node.Next; next is not null; next = next.Next)
            if (next.Value.Entry.Message.Slot == slot) return true;
        return false;
    }
}

/// <summary>A promised message and where its row is.</summary>
/// <param name="LeaseNumber">The lease under which it was promised; under another one its row is looked at before it is
/// sent.</param>
internal sealed record OutboxItem(string PartitionKey, string RowKey, OutboxEntry Entry, int LeaseNumber)
{
    /// <summary>A lease number that no lease has.</summary>
    public const int Unsure = -1;
}
