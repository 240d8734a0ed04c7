using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// When who has not answered is reminded. Doodle's rule: 48 hours before a deadline that is more than five days ahead,
/// 36 hours before one that is two to five days ahead, not at all before a nearer one. Only in their daytime, and at
/// most once a day.
/// </summary>
public static class ReminderRule
{
    /// <summary>A day's first and last hour in which people are reminded.</summary>
    public const int FirstHour = 9;
    public const int LastHour = 18;

    /// <summary>When a poll reminds; null for never.</summary>
    /// <param name="now">When its deadline is set.</param>
    public static Instant? At(Instant now, Instant deadline) => (deadline - now) switch
    {
        var ahead when ahead > Duration.FromDays(5) => deadline - Duration.FromHours(48),
        var ahead when ahead >= Duration.FromDays(2) => deadline - Duration.FromHours(36),
        _ => null,
    };

    /// <summary>When somebody may be told, now or later: in their daytime, and not on a day on which they were.</summary>
    public static Instant Next(Instant now, DateTimeZone zone, Instant? last)
    {
        var local = now.InZone(zone);
        var day = local.Date;
        if (last is { } told && told.InZone(zone).Date is var before && before >= day) day = before.PlusDays(1);
        else if (local.Hour >= LastHour) day = day.PlusDays(1);
        else if (local.Hour >= FirstHour) return now;
        return zone.AtLeniently(day + new LocalTime(FirstHour, 0)).ToInstant();
    }
}
