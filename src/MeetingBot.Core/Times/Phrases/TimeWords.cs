using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Times;

/// <summary>Times in words, for people: the wall clock with the zone's name that day, and UTC beside it.</summary>
public static class TimeWords
{
    /// <summary>
    /// <c>Friday 11 July 2025, 16:00-17:30 (CEST)</c>; of days <c>Friday 11 July 2025</c> or <c>Wednesday 16 July 2025
    /// to Sunday 27 July 2025</c>.
    /// </summary>
    public static string Say(TimeCandidate time, DateTimeZone zone)
    {
        var start = time.Start.InZone(zone);
        if (time.WholeDay) return Day(start.Date);
        if (time.End is not { } ended) return $"{Day(start.Date)}, {Clock(start)} ({Name(start)})";
        var end = ended.InZone(zone);
        if (IsMidnight(start) && IsMidnight(end)) return $"{Day(start.Date)} to {Day(end.Date.PlusDays(-1))}";
        if (IsMidnight(end) && end.Date > start.Date.PlusDays(1))
            return $"{Day(start.Date)}, {Clock(start)}, to the end of {Day(end.Date.PlusDays(-1))}";
        var last = IsMidnight(end) ? "24:00" : Clock(end);
        return end.Date == start.Date || (IsMidnight(end) && end.Date == start.Date.PlusDays(1))
            ? $"{Day(start.Date)}, {Clock(start)}-{last} ({Name(start)})"
            : $"{Day(start.Date)}, {Clock(start)}, to {Day(end.Date)}, {Clock(end)} ({Name(end)})";
    }

    /// <summary>
    /// How it is typed so that it is read as just that: <c>2025-07-11T16:00+02:00 for 90 minutes</c>,
    /// <c>2025-07-11</c>, <c>2025-07-16 to 2025-07-27</c>; null for what begins or ends within a day.
    /// </summary>
    public static string? Phrase(TimeCandidate time, DateTimeZone zone)
    {
        var start = time.Start.InZone(zone);
        if (time.WholeDay) return LocalDatePattern.Iso.Format(start.Date);
        var written = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>")
            .Format(start.ToOffsetDateTime());
        if (time.End is not { } ended) return written;
        var end = ended.InZone(zone);
        if (end.Date > start.Date && IsMidnight(start) && IsMidnight(end))
            return $"{LocalDatePattern.Iso.Format(start.Date)} to {LocalDatePattern.Iso.Format(end.Date.PlusDays(-1))}";
        var minutes = (ended - time.Start).TotalMinutes;
        return minutes < 24 * 60
            ? string.Create(CultureInfo.InvariantCulture, $"{written} for {minutes:0} minutes")
            : null;
    }

    /// <summary><c>today</c>, <c>tomorrow</c>, <c>in 14 days</c>: days on the calendar of the zone.</summary>
    public static string Away(Instant at, Instant now, DateTimeZone zone) =>
        Period.DaysBetween(now.InZone(zone).Date, at.InZone(zone).Date) switch
        {
            0 => "today",
            1 => "tomorrow",
            var days => string.Create(CultureInfo.InvariantCulture, $"in {days} days"),
        };

    /// <summary>That the clocks change between now and then, in words; null when they don't.</summary>
    public static string? ClockChange(Instant now, Instant at, DateTimeZone zone)
    {
        var before = zone.GetZoneInterval(now);
        if (!before.HasEnd || before.End > at || zone.GetUtcOffset(now) == zone.GetUtcOffset(at)) return null;
        var change = before.End.InZone(zone);
        return $"The clocks of {zone.Id} change before then, on {Day(change.Date)}: from {before.Name} to "
            + $"{change.GetZoneInterval().Name}.";
    }

    /// <summary>What is not to be overlooked, as a sentence.</summary>
    public static string Say(TimeWarning warning) => warning switch
    {
        TimeWarning.CetInSummer => "CET was written for a summer date; I take it as the clock on the wall of Geneva.",
        TimeWarning.DayFirst => "I take the day first, then the month.",
        TimeWarning.Approx => "That is approximate.",
        TimeWarning.Weekend => "That is on a weekend.",
        _ => "I counted working days without looking for holidays.",
    };

    /// <summary>Why it is asked about or can't be, as a sentence.</summary>
    public static string Say(TimeReason reason) => reason switch
    {
        TimeReason.SummerNameInWinter =>
            "That is a summer time name, and the date is in winter: the clock on the wall, or literally?",
        TimeReason.StdNameInSummer =>
            "That is a winter time name, and the date is in summer: the clock on the wall, or literally?",
        TimeReason.AmbiguousZone => "That zone's name has several meanings. Name a city instead.",
        TimeReason.UnknownZone => "I don't know that zone. Name a larger city, or UTC.",
        TimeReason.ZonesDisagree => "The two zones give two different times.",
        TimeReason.WeekdayMismatch => "The weekday and the date don't fit each other.",
        TimeReason.TodayOrNextWeek => "That is today's weekday: today, or in a week?",
        TimeReason.NextWeekday => "\"Next\" may mean this week or the next.",
        TimeReason.DayMonthOrder => "Which is the day, and which the month?",
        TimeReason.DateOrTime => "That may be a date or a time.",
        TimeReason.AmPm => "In the morning or in the afternoon?",
        TimeReason.Midnight => "Midnight at the start or at the end of that day?",
        TimeReason.EndOfWeek => "Does the week end on Friday or on Sunday?",
        TimeReason.WhichDay => "On which of these days?",
        TimeReason.DstGap => "The clocks go forward then, and no clock shows that time.",
        TimeReason.DstOverlap => "The clocks go back then, and that time comes twice.",
        TimeReason.TimePassed => "That time has passed today.",
        TimeReason.JustPast => "That was not long ago. Do you mean the next one?",
        TimeReason.Alternatives => "That is more than one time.",
        TimeReason.Recurring => "That comes again and again. The next one?",
        TimeReason.NeedsSeries => "I don't know the usual time.",
        TimeReason.PartOfDay => "That is a part of a day. At what time?",
        TimeReason.NotAllRead => "I could not read all of that. Is this what you mean?",
        TimeReason.Past => "That is past.",
        TimeReason.NoSuchDate => "There is no such date.",
        TimeReason.NoSuchTime => "There is no such time of day.",
        TimeReason.EndBeforeStart => "That ends before it begins.",
        TimeReason.TooLong => "That is too long for a time.",
        _ => "I find no time in that.",
    };

    /// <summary>The wall clock: <c>16:00</c>.</summary>
    public static string Clock(ZonedDateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The name of the zone's time then: <c>CEST</c>; an offset where it has none.</summary>
    public static string Name(ZonedDateTime at) =>
        at.GetZoneInterval().Name is var name && char.IsAsciiLetter(name[0])
            ? name
            : "UTC" + at.Offset.ToString("m", CultureInfo.InvariantCulture);

    private static string Day(LocalDate day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static bool IsMidnight(ZonedDateTime at) => at.TimeOfDay == LocalTime.Midnight;
}
