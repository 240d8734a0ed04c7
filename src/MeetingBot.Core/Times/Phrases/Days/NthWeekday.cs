using NodaTime;

namespace MeetingBot.Times;

/// <summary>A month: named, or so many months from this one.</summary>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Ahead">Months from the current one, where none is named.</param>
internal sealed record MonthName(int? Month, int? Year = null, int Ahead = 0)
{
    /// <summary>The first of the month: of one without its year the first that has not ended by the given
    /// day.</summary>
    public LocalDate Begin(LocalDate today)
    {
        if (Month is not { } month) return new LocalDate(today.Year, today.Month, 1).PlusMonths(Ahead);
        return new LocalDate(Year ?? (month < today.Month ? today.Year + 1 : today.Year), month, 1);
    }

    /// <summary>It may come again in a later year.</summary>
    public bool Recurs => Month is not null && Year is null;
}

/// <summary>The nth weekday of a month: <c>first Tuesday of August</c>.</summary>
/// <param name="Nth">1 to 5; -1 for the last.</param>
/// <param name="Of">Null: of the month in which it comes next.</param>
internal sealed record NthWeekday(int Nth, IsoDayOfWeek Weekday, MonthName? Of) : DayPart
{
    private const int MostMonths = 14;

    public override DayChoice Resolve(DayAsk ask)
    {
        if (Of is null)
            return Enumerable.Range(0, MostMonths).Select(month =>
                In(new MonthName(null, Ahead: month).Begin(ask.Today)))
                .FirstOrDefault(found => found >= ask.Today && ask.IsAhead(found.Value)) is { } next
                ? DayChoice.On(next)
                : DayChoice.Wrong(TimeReason.NoSuchDate);
        var month = Of.Begin(ask.Today);
        if (In(month) is not { } day) return DayChoice.Wrong(TimeReason.NoSuchDate);
        if (day >= ask.Today && ask.IsAhead(day)) return Of.Recurs ? ask.Judge(DayChoice.On(day)) : DayChoice.On(day);
        if (!Of.Recurs) return DayChoice.Wrong(TimeReason.Past);
        return In(month.PlusYears(1)) is { } later
            ? ask.Judge(DayChoice.On(later))
            : DayChoice.Wrong(TimeReason.NoSuchDate);
    }

    private LocalDate? In(LocalDate first)
    {
        if (Nth < 0) return first.With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(Weekday));
        var day = first.With(DateAdjusters.NextOrSame(Weekday)).PlusWeeks(Nth - 1);
        return day.Month == first.Month ? day : null;
    }
}
