using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// The messages that wait for one conversation, in order. Of the edits of one live card only the newest is worth
/// sending: an older one that still waits is folded into it. An edit that is too early lets the others pass. A lane
/// that has run empty takes no message any more.
/// </summary>
internal sealed class OutboxLane(string name)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<OutboxItem> _waiting = [];
    private LinkedListNode<OutboxItem>? _current;
    private TaskCompletionSource _arrival = NewArrival();
    private int _edits;
    private bool _begun;
    private bool _resting;
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
            var wakes = !IsPaced(item) || !HasEdit(item.Entry.Message.Slot!);
            _waiting.AddLast(item);
            if (IsPaced(item)) _edits++;
            if (wakes)
            {
                _arrival.TrySetResult();
                _resting = false;
            }
            return _begun = true;
        }
    }

    /// <summary>
    /// The next message and those it makes superfluous; null when none can be sent now. The message stays in the lane
    /// until <see cref="Done"/>.
    /// </summary>
    /// <param name="rest">How long the live card of a slot is still to be left alone.</param>
    /// <param name="wait">How long until one can be sent; null when none waits, and the lane has then ended.</param>
    public OutboxItem? Next(
        Func<string, Duration> rest, out ImmutableArray<OutboxItem> folded, out Duration? wait)
    {
        var older = ImmutableArray.CreateBuilder<OutboxItem>();
        (folded, wait) = ([], null);
        lock (_gate)
        {
            (_current, _resting) = (null, false);
            for (var node = _waiting.First; node is not null;)
            {
                var (following, message) = (node.Next, node.Value.Entry.Message);
                if (message is { Slot: { } slot, Fresh: false } && NewerEdit(node, slot))
                {
                    older.Add(node.Value);
                    Remove(node);
                }
                else if (Rest(message, rest) is var left && left > Duration.Zero)
                {
                    wait = wait is { } shorter ? Duration.Min(shorter, left) : left;
                }
                else
                {
                    _current = node;
                    break;
                }
                node = following;
            }
            folded = older.ToImmutable();
            if (_current is not null) return _current.Value;
            if (wait is null) _ended = true;
            else _arrival = NewArrival();
            return null;
        }
    }

    /// <summary>Puts another message in the place of the one that was <see cref="Next"/>.</summary>
    public void Replace(OutboxItem item)
    {
        lock (_gate)
        {
            if (IsPaced(_current!.Value)) _edits--;
            if (IsPaced(item)) _edits++;
            _current.Value = item;
        }
    }

    /// <summary>
    /// Ends when a message comes after <see cref="Next"/> has found none. One more edit of a card that is left alone
    /// for now is none that could be sent: a card that thousands change wakes nobody until it is due.
    /// </summary>
    public Task Arrival
    {
        get
        {
            lock (_gate) return _arrival.Task;
        }
    }

    /// <summary>Whoever works on the lane waits until something may be sent.</summary>
    public void Rests()
    {
        // What came meanwhile is looked at before anybody rests.
        lock (_gate) _resting = !_arrival.Task.IsCompleted;
    }

    /// <summary>How many messages are too early to be sent and waited for; none while somebody looks at them.</summary>
    public int Resting(Func<string, Duration> rest)
    {
        lock (_gate)
            return _resting ? _waiting.Count(item => Rest(item.Entry.Message, rest) > Duration.Zero) : 0;
    }

    /// <summary>Takes the message away that was <see cref="Next"/>.</summary>
    public void Done()
    {
        lock (_gate)
        {
            Remove(_current!);
            _current = null;
        }
    }

    /// <summary>How many messages are still to be sent: of the edits of a paced card only one is.</summary>
    public int Length
    {
        get
        {
            lock (_gate) return _waiting.Count - _edits;
        }
    }

    /// <summary>When the message that has waited longest was promised; null when none waits.</summary>
    public Instant? OldestAt
    {
        get
        {
            lock (_gate) return _waiting.First?.Value.Entry.At;
        }
    }

    private void Remove(LinkedListNode<OutboxItem> node)
    {
        _waiting.Remove(node);
        if (IsPaced(node.Value)) _edits--;
    }

    private static bool IsPaced(OutboxItem item) => item.Entry.Message is { Paced: true, Fresh: false };

    private static Duration Rest(Outgoing message, Func<string, Duration> rest) =>
        message is { Paced: true, Fresh: false, Slot: { } slot } ? rest(slot) : Duration.Zero;

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // From the end: of a card that is edited again and again the last edit is near it.
    private bool HasEdit(string slot)
    {
        for (var node = _waiting.Last; node is not null; node = node.Previous)
            if (IsPaced(node.Value) && node.Value.Entry.Message.Slot == slot) return true;
        return false;
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
