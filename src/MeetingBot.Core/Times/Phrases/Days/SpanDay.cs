using NodaTime;

namespace MeetingBot.Times;

/// <summary>Units in which people count time.</summary>
internal enum SpanUnit
{
    Minute = 1, Hour, Day, Week, Month, Quarter, Year, WorkingDay, Fortnight, Weekend,
}

/// <summary>So many days, weeks or months from a day: <c>in two weeks</c>, <c>a week on Tuesday</c>.</summary>
/// <param name="From">Null for today.</param>
internal sealed record SpanDay(int Count, SpanUnit Unit, DayPart? From = null) : DayPart
{
    private const int LastYear = 9998;

    public override DayChoice Resolve(DayAsk ask)
    {
        if (From is null) return Warned(Add(ask.Today));
        var begin = From.Resolve(ask);
        return begin with { Spans = [.. begin.Spans.Select(span => DaySpan.On(Add(span.First)))] };
    }

    private DayChoice Warned(LocalDate day) => Unit is SpanUnit.WorkingDay
        ? DayChoice.On(day).Warn(TimeWarning.HolidaysNotChecked)
        : day.IsWeekend() ? DayChoice.On(day).Warn(TimeWarning.Weekend) : DayChoice.On(day);

    // Whoever adds thousands of years ends at the end of the calendar, not behind it.
    private LocalDate Add(LocalDate day) => day.Year + Years > LastYear ? new LocalDate(LastYear, 12, 31) : Unit switch
    {
        SpanUnit.Week => day.PlusWeeks(Count),
        SpanUnit.Fortnight => day.PlusWeeks(2 * Count),
        SpanUnit.Month => day.PlusMonths(Count),
        SpanUnit.Quarter => day.PlusMonths(3 * Count),
        SpanUnit.Year => day.PlusYears(Count),
        SpanUnit.WorkingDay => WorkingDays(day),
        _ => day.PlusDays(Count),
    };

    private int Years => Unit switch
    {
        SpanUnit.Year => Count,
        SpanUnit.Quarter => (Count / 4) + 1,
        SpanUnit.Month => (Count / 12) + 1,
        SpanUnit.Fortnight => (Count / 26) + 1,
        SpanUnit.Week => (Count / 52) + 1,
        _ => (Count / 200) + 1,
    };

    private LocalDate WorkingDays(LocalDate day)
    {
        for (var left = Count; left > 0;)
        {
            day = day.PlusDays(1);
            if (!day.IsWeekend()) left--;
        }
        return day;
    }
}
