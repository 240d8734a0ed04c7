using System.Globalization;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Ids that sort by time and never repeat: within an instance by counting on, between instances by its name.
/// </summary>
public sealed class TurnIds(string instance)
{
    private readonly Lock _gate = new();
    private long _last;

    /// <summary>Letters and digits that are the instance's own.</summary>
    public string Instance { get; } = instance;

    /// <summary>The next id: 16 hexadecimal digits (ticks, 100 ns), <c>-</c>, the instance.</summary>
    public string Next(Instant now)
    {
        var ticks = now.ToUnixTimeTicks();
        lock (_gate) ticks = _last = Math.Max(ticks, _last + 1);
        return $"{Prefix(Instant.FromUnixTimeTicks(ticks))}-{Instance}";
    }

    /// <summary>How the ids of that moment begin.</summary>
    public static string Prefix(Instant at) => at.ToUnixTimeTicks().ToString("x16", CultureInfo.InvariantCulture);
}
