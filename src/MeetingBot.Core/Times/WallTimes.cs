using NodaTime;

namespace MeetingBot.Times;

/// <summary>Wall times that people have agreed on, by the zone rules of today.</summary>
public static class WallTimes
{
    /// <summary>
    /// The moment that a wall time is. Of a time that comes twice, as clocks are put back, the one that it was; a time
    /// that clocks leave out is as much later.
    /// </summary>
    /// <param name="zone">IANA zone.</param>
    /// <param name="was">The moment that it was by the rules of when it was agreed on.</param>
    public static Instant ByTheRules(LocalDateTime wall, string zone, Instant was)
    {
        var rules = ZoneRules.Of(zone);
        var mapped = rules.MapLocal(wall);
        return mapped.Count == 2 && mapped.Last().ToInstant() == was ? was : rules.AtLeniently(wall).ToInstant();
    }
}
