using NodaTime;

namespace MeetingBot.Web.Calendars;

/// <summary>
/// Keeps one address from being asked for more often than any calendar program does: each reads the store.
/// </summary>
public sealed class CalendarGate(IClock clock)
{
    /// <summary>So often within <see cref="Window"/>; a whole office may subscribe to one address.</summary>
    public const int MostAsked = 60;

    public static readonly Duration Window = Duration.FromMinutes(1);

    private const int MostAddresses = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _asked = [];
    private Instant _since;

    /// <summary>Whether the address may be asked for once more now.</summary>
    public bool Admits(string token)
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            if (now - _since >= Window || now < _since)
            {
                _asked.Clear();
                _since = now;
            }
            var count = _asked.GetValueOrDefault(token);
            if (count >= MostAsked) return false;
            // Whoever tries so many addresses has none.
            if (count == 0 && _asked.Count >= MostAddresses) return false;
            _asked[token] = count + 1;
            return true;
        }
    }
}
