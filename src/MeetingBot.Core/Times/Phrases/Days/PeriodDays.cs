using NodaTime;
using NodaTime.Calendars;

namespace MeetingBot.Times;

/// <summary>A whole week, month, quarter, year or weekend, so many from the current one: <c>next week</c>.</summary>
internal sealed record PeriodDays(SpanUnit Unit, int Ahead) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        if (Ahead < 0) return DayChoice.Wrong(TimeReason.Past);
        var month = new LocalDate(ask.Today.Year, ask.Today.Month, 1);
        return Unit switch
        {
            SpanUnit.Week => Of(ask.Monday.PlusWeeks(Ahead), week => week.PlusDays(7)),
            SpanUnit.Fortnight => Of(ask.Monday.PlusWeeks(Ahead), week => week.PlusDays(14)),
            SpanUnit.Month => Of(month.PlusMonths(Ahead), first => first.PlusMonths(1)),
            SpanUnit.Quarter => Of(
                month.PlusMonths((3 * Ahead) - ((month.Month - 1) % 3)), first => first.PlusMonths(3)),
            SpanUnit.Weekend => Weekend(ask),
            _ => Of(new LocalDate(ask.Today.Year + Ahead, 1, 1), first => first.PlusYears(1)),
        };
    }

    private DayChoice Weekend(DayAsk ask)
    {
        var saturday = ask.Monday.PlusDays(5);
        var next = new DaySpan(saturday.PlusWeeks(1), saturday.PlusDays(8));
        return Ahead == 0
            ? DayChoice.Period(saturday, saturday.PlusDays(1))
            : new DayChoice([new(saturday, saturday.PlusDays(1)), next])
            {
                Question = TimeReason.NextWeekday, IsRange = true,
            };
    }

    private static DayChoice Of(LocalDate first, Func<LocalDate, LocalDate> next) =>
        DayChoice.Period(first, next(first).PlusDays(-1));
}

/// <summary>The last day of a period: <c>end of month</c>. A week may end on its Friday or its Sunday.</summary>
internal sealed record EndOfPeriod(DayPart Of, bool Week = false) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var period = Of.Resolve(ask);
        if (period.Spans.IsEmpty) return period;
        var last = period.Spans[0].Last;
        return Week
            ? DayChoice.Ask(TimeReason.EndOfWeek, last.InItsWeek(IsoDayOfWeek.Friday), last)
            : DayChoice.On(last) with { Question = period.Question, Warnings = period.Warnings };
    }
}

/// <summary>The ISO week in which a day is: <c>week of 14 July</c>.</summary>
internal sealed record WeekOfDay(DayPart Day) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var day = Day.Resolve(ask);
        return day with
        {
            IsRange = true,
            Spans = [.. day.Spans.Select(span => new DaySpan(
                span.First.InItsWeek(IsoDayOfWeek.Monday), span.First.InItsWeek(IsoDayOfWeek.Sunday)))],
        };
    }
}

/// <summary>An ISO week by its number: <c>week 29</c>, <c>KW 29</c>.</summary>
internal sealed record NumberedWeek(int Week, int? Year) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var weeks = WeekYearRules.Iso;
        var year = Year ?? weeks.GetWeekYear(ask.Today);
        if (Week < 1 || Week > weeks.GetWeeksInWeekYear(year)) return DayChoice.Wrong(TimeReason.NoSuchDate);
        if (Year is null && Monday(year).PlusDays(6) < ask.Today) year++;
        if (Week > weeks.GetWeeksInWeekYear(year)) return DayChoice.Wrong(TimeReason.NoSuchDate);
        var choice = DayChoice.Period(Monday(year), Monday(year).PlusDays(6));
        return Year is null ? ask.Judge(choice) : choice;
    }

    private LocalDate Monday(int year) => LocalDate.FromWeekYearWeekAndDay(year, Week, IsoDayOfWeek.Monday);
}

/// <summary>Some part of a period: <c>early next week</c>.</summary>
internal sealed record Vague(DayPart Of) : DayPart
{
    public override DayChoice Resolve(DayAsk ask) => Of.Resolve(ask).Warn(TimeWarning.Approx);
}
