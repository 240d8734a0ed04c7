using NodaTime;

namespace MeetingBot.Web.Doors;

/// <summary>
/// Counts how often something is asked for, such as one address: each asking reads the store.
/// </summary>
/// <param name="most">So often within <see cref="Window"/>.</param>
public sealed class RequestGate(IClock clock, int most)
{
    public static readonly Duration Window = Duration.FromMinutes(1);

    private const int MostKeys = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = [];
    private Instant _since;

    /// <summary>Whether it may be asked for once more now, which is counted.</summary>
    public bool Admits(string key) => Count(key) <= most;

    /// <summary>Whether nothing more of it is admitted now. Counts nothing.</summary>
    public bool IsFull(string key)
    {
        lock (_gate)
        {
            Begin();
            return _asked.GetValueOrDefault(key) >= most;
        }
    }

    private int Count(string key)
    {
        lock (_gate)
        {
            Begin();
            var count = _asked.GetValueOrDefault(key);
            // Whoever tries so many has none of them.
            if (count >= most || (count == 0 && _asked.Count >= MostKeys)) return most + 1;
            return _asked[key] = count + 1;
        }
    }

    private void Begin()
    {
        var now = clock.GetCurrentInstant();
        if (now - _since < Window && now >= _since) return;
        _asked.Clear();
        _since = now;
    }
}
