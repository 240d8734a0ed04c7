using System.Globalization;
using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Web.Pages;

/// <summary>Times as a page writes them, in the group's zone.</summary>
public static class TimeText
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly LocalDatePattern DayOfYear =
        LocalDatePattern.CreateWithInvariantCulture("d MMM yyyy");
    private static readonly LocalDatePattern LongDay = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM yyyy");

    /// <summary>For the <c>datetime</c> attribute: UTC, ISO 8601.</summary>
    public static string Iso(Instant at) => InstantPattern.General.Format(at);

    public static string TimeOfDay(Instant at, string zone) => Clock.Format(at.InZone(ZoneRules.Of(zone)).TimeOfDay);

    /// <summary>The time of day, with the day before it when that is not today.</summary>
    public static string DayAndTime(Instant at, string zone, Instant now)
    {
        var local = at.InZone(ZoneRules.Of(zone));
        var time = Clock.Format(local.TimeOfDay);
        var today = Today(now, zone);
        return local.Date == today ? time : $"{Date(local.Date, today)}, {time}";
    }

    public static string Date(Instant at, string zone) => LongDay.Format(at.InZone(ZoneRules.Of(zone)).Date);

    /// <summary>The day, with its year when that is not this one.</summary>
    public static string Date(LocalDate date, LocalDate today) =>
        (date.Year == today.Year ? Day : DayOfYear).Format(date);

    public static LocalDate Today(Instant now, string zone) => now.InZone(ZoneRules.Of(zone)).Date;

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A length of time in words: <c>&lt;1 min</c>, <c>12 min</c>, <c>1 h 5 min</c>.</summary>
    public static string Length(Duration length)
    {
        var minutes = (long)Math.Floor(length.TotalMinutes);
        if (minutes < 1) return "<1 min";
        return minutes < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60} min")
                .Replace(" 0 min", "", StringComparison.Ordinal);
    }
}
