using NodaTime;

namespace MeetingBot.Times;

/// <summary>A day and month, with year and weekday where they are told.</summary>
/// <param name="Year">Four digits; null for the next time that there is such a day.</param>
internal sealed record CalendarDay(int Day, int Month, int? Year = null, IsoDayOfWeek? Weekday = null) : DayPart
{
    // 29 February may be eight years away.
    private const int MostYears = 9;

    public override DayChoice Resolve(DayAsk ask)
    {
        var date = Year is { } year
            ? In(year)
            : Enumerable.Range(ask.Today.Year, MostYears).Select(In)
                .FirstOrDefault(day => day >= ask.Today && ask.IsAhead(day.Value));
        if (date is not { } found) return DayChoice.Wrong(TimeReason.NoSuchDate);
        if (Year is null && ask.Judge(DayChoice.On(found)) is { Question: { } far })
            return DayChoice.Ask(far, found, Weekday is { } name ? found.InItsWeek(name) : found);
        if (Year is not null && found < ask.Today && Weekday is null) return DayChoice.Wrong(TimeReason.Past);
        return Weekday is not { } weekday || found.DayOfWeek == weekday
            ? DayChoice.On(found)
            : DayChoice.Ask(TimeReason.WeekdayMismatch, found, found.InItsWeek(weekday));
    }

    /// <summary>The day in that year, or null where it has none.</summary>
    public LocalDate? In(int year) =>
        Month is < 1 or > 12 || Day < 1 || year is < 1 or > 9998 || Day > CalendarSystem.Iso.GetDaysInMonth(year, Month)
            ? null
            : new LocalDate(year, Month, Day);
}

/// <summary>Two numbers of which one is the day and one the month: <c>11/7/25</c>.</summary>
internal sealed record SlashedDay(int First, int Second, int? Year, IsoDayOfWeek? Weekday = null) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var dayFirst = new CalendarDay(First, Second, Year, Weekday);
        var monthFirst = new CalendarDay(Second, First, Year, Weekday);
        if (Second > 12 && First <= 12) return monthFirst.Resolve(ask);
        if (First > 12 || First == Second) return dayFirst.Resolve(ask);
        // A weekday that fits but one of the two tells which it is.
        if (Weekday is not null && Fit(dayFirst, ask) != Fit(monthFirst, ask))
            return (Fit(dayFirst, ask) ? dayFirst : monthFirst).Resolve(ask);
        var (one, other) = (dayFirst.Resolve(ask), monthFirst.Resolve(ask));
        if (!ask.MonthMayBeFirst)
            return one with
            {
                Warnings = one.Warnings.Add(TimeWarning.DayFirst),
                Other = other.Spans.IsEmpty ? null : other.Spans[0].First,
            };
        return one.Spans.IsEmpty && other.Spans.IsEmpty
            ? one
            : new DayChoice([.. other.Spans.Concat(one.Spans)]) { Question = TimeReason.DayMonthOrder };
    }

    private static bool Fit(CalendarDay day, DayAsk ask) => day.Resolve(ask) is { Question: null, Error: null };
}
