using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Tells the open pages of this process that their room changed. Signals hold nothing and coalesce: whoever is told
/// reads the store. All are told every few seconds besides, for what another process wrote.
/// </summary>
public sealed class RoomHub : IDisposable
{
    private readonly ConcurrentDictionary<string, ImmutableHashSet<RoomListener>> _listeners =
        new(StringComparer.Ordinal);
    private readonly ITimer _poll;
    private readonly int _max;
    private int _count;

    public RoomHub(RoomOptions options, TimeProvider time)
    {
        _max = options.MaxStreams;
        _poll = time.CreateTimer(_ => NotifyAll(), null, options.Poll, options.Poll);
    }

    /// <summary>Listens to a room until disposed; null when too many do already.</summary>
    public RoomListener? Listen(string room)
    {
        if (Interlocked.Increment(ref _count) > _max)
        {
            Interlocked.Decrement(ref _count);
            return null;
        }
        var listener = new RoomListener(left => Leave(room, left));
        _listeners.AddOrUpdate(room, _ => [listener], (_, set) => set.Add(listener));
        return listener;
    }

    public void Notify(string room)
    {
        if (!_listeners.TryGetValue(room, out var set)) return;
        foreach (var listener in set) listener.Signal();
    }

    public void Dispose() => _poll.Dispose();

    private void NotifyAll()
    {
        foreach (var room in _listeners.Keys) Notify(room);
    }

    private void Leave(string room, RoomListener listener)
    {
        Interlocked.Decrement(ref _count);
        var left = _listeners.AddOrUpdate(room, _ => [], (_, set) => set.Remove(listener));
        if (left.IsEmpty) _listeners.TryRemove(new(room, left));
    }
}
