using System.Collections.Concurrent;

namespace MeetingBot.Conversations;

/// <summary>
/// Remembers things by their keys, of very many the latest: at most so many, at least half of them. It is used by all
/// at once, and nothing in it stops all of them, as counting a <see cref="ConcurrentDictionary{TKey, TValue}"/> does.
/// </summary>
/// <param name="capacity">How many things at most, beside those that come at the same moment.</param>
public sealed class RecentMap<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();
    private int _count;

    /// <summary>What is remembered of the key; false when nothing is.</summary>
    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) =>
        _young.TryGetValue(key, out value) || _old.TryGetValue(key, out value);

    /// <summary>Remembers it from now on, in the place of what was there.</summary>
    public void Set(TKey key, TValue value)
    {
        var young = _young;
        if (!young.TryAdd(key, value)) young[key] = value;
        else if (Interlocked.Increment(ref _count) > capacity / 2) Age(young);
    }

    /// <summary>Forgets it; false when there was nothing.</summary>
    public bool TryTake(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value)
    {
        if (!_young.TryRemove(key, out value)) return _old.TryRemove(key, out value);
        _old.TryRemove(key, out _);
        return true;
    }

    private void Age(ConcurrentDictionary<TKey, TValue> full)
    {
        lock (_gate)
        {
            if (_young != full) return;
            (_old, _young) = (full, new ConcurrentDictionary<TKey, TValue>());
            Volatile.Write(ref _count, 0);
        }
    }
}
