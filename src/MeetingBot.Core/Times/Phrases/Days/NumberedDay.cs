using NodaTime;

namespace MeetingBot.Times;

/// <summary>A day of a month that is not named, with its weekday where that is told: <c>Friday 11th</c>.</summary>
internal sealed record NumberedDay(int Day, IsoDayOfWeek? Weekday = null) : DayPart
{
    private const int Near = 45;
    private const int MostMonths = 120;

    public override DayChoice Resolve(DayAsk ask)
    {
        if (Day is < 1 or > 31) return DayChoice.Wrong(TimeReason.NoSuchDate);
        if (Weekday is not { } weekday) return DayChoice.On(Next(ask));
        var near = Enumerable.Range(0, Near + 1).Select(ask.Today.PlusDays)
            .Where(day => day.Day == Day && day.DayOfWeek == weekday)
            .Cast<LocalDate?>().FirstOrDefault();
        if (near is { } found) return DayChoice.On(found);
        var next = Next(ask);
        var match = Months(ask.Today).First(day => day >= ask.Today && day.DayOfWeek == weekday);
        return DayChoice.Ask(TimeReason.WeekdayMismatch, next, next.InItsWeek(weekday), match);
    }

    private LocalDate Next(DayAsk ask) => Months(ask.Today).First(day => day >= ask.Today && ask.IsAhead(day));

    private IEnumerable<LocalDate> Months(LocalDate today) => Enumerable.Range(0, MostMonths)
        .Select(month => new LocalDate(today.Year, today.Month, 1).PlusMonths(month))
        .Where(first => Day <= first.Calendar.GetDaysInMonth(first.Year, first.Month))
        .Select(first => first.PlusDays(Day - 1));
}

internal static class IsoWeeks
{
    /// <summary>The weekday of the ISO week in which the day is.</summary>
    public static LocalDate InItsWeek(this LocalDate day, IsoDayOfWeek weekday) =>
        day.PlusDays((int)weekday - (int)day.DayOfWeek);
}

/// <summary>A day of this or the next month: <c>the 8th of next month</c>.</summary>
internal sealed record DayOfMonth(int Day, MonthName Of) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var first = Of.Begin(ask.Today);
        return new CalendarDay(Day, first.Month, first.Year).Resolve(ask);
    }
}
