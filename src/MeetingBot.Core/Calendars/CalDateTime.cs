using NodaTime;
using NodaTime.TimeZones;

namespace MeetingBot.Calendars;

/// <summary>A day, or a time of day on it: in a zone, in UTC, or wherever the reader is (floating).</summary>
/// <param name="Value">The wall time; midnight for a day.</param>
/// <param name="Zone">Null for a day and for floating time.</param>
/// <param name="HasTime">False for a day (<c>VALUE=DATE</c>).</param>
public sealed record CalDateTime(LocalDateTime Value, DateTimeZone? Zone, bool HasTime = true)
{
    // A clock that is set forward skips the time: RFC 5545, 3.3.5 counts it by the offset before, as this does; of a
    // time that comes twice it is the first.
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.LenientResolver;

    public bool IsUtc => Zone == DateTimeZone.Utc;

    public LocalDate Date => Value.Date;

    public static CalDateTime Day(LocalDate day) => new(day.AtMidnight(), null, HasTime: false);

    public static CalDateTime Floating(LocalDateTime value) => new(value, null);

    public static CalDateTime Utc(Instant at) => new(at.InUtc().LocalDateTime, DateTimeZone.Utc);

    /// <summary>The moment that it is.</summary>
    /// <param name="floating">The zone of who reads it, for what has none of its own.</param>
    public Instant ToInstant(DateTimeZone floating)
    {
        var zone = Zone ?? floating;
        return HasTime ? Value.InZone(zone, Resolver).ToInstant() : zone.AtStartOfDay(Date).ToInstant();
    }

    /// <summary>The same kind of time at another wall time.</summary>
    public CalDateTime At(LocalDateTime value) => this with { Value = value };
}
