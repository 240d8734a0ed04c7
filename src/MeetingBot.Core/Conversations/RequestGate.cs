using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Counts how often something is asked for within a minute, of at most so many things.</summary>
/// <param name="most">So often within <see cref="Window"/>.</param>
public sealed class RequestGate(int most)
{
    public static readonly Duration Window = Duration.FromMinutes(1);

    private const int MostKeys = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = [];
    private Instant _since;

    /// <summary>Whether it may be asked for once more now, which is counted.</summary>
    public bool Admits(string key, Instant now)
    {
        lock (_gate)
        {
            Begin(now);
            var count = _asked.GetValueOrDefault(key);
            if (count >= most || (count == 0 && _asked.Count >= MostKeys)) return false;
            _asked[key] = count + 1;
            return true;
        }
    }

    /// <summary>One that was counted does not count after all.</summary>
    public void GiveBack(string key, Instant now)
    {
        lock (_gate)
        {
            Begin(now);
            if (!_asked.TryGetValue(key, out var count)) return;
            if (count > 1) _asked[key] = count - 1;
            else _asked.Remove(key);
        }
    }

    private void Begin(Instant now)
    {
        if (now - _since < Window && now >= _since) return;
        _asked.Clear();
        _since = now;
    }
}
