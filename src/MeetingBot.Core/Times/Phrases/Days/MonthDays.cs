using NodaTime;

namespace MeetingBot.Times;

/// <summary>Which days of a month.</summary>
internal enum MonthPart { Whole, Early, Mid, Late }

/// <summary>A month, a part of it, or from one month to another.</summary>
/// <param name="To">The last month, where it is another.</param>
internal sealed record MonthDays(MonthName From, MonthPart Part = MonthPart.Whole, MonthName? To = null) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var choice = Of(ask.Today);
        // What has ended comes again the next year.
        if (choice.Spans[0].Last < ask.Today && From.Recurs) choice = Of(ask.Today.PlusYears(1));
        if (choice.Spans[0].Last < choice.Spans[0].First) return DayChoice.Wrong(TimeReason.EndBeforeStart);
        if (From.Recurs && To?.Year is null) choice = ask.Judge(choice);
        return Part is MonthPart.Whole ? choice : choice.Warn(TimeWarning.Approx);
    }

    private DayChoice Of(LocalDate today)
    {
        var last = (To ?? From).Begin(today);
        var first = To is null ? last : Before(last, today);
        var end = last.With(DateAdjusters.EndOfMonth);
        return Part switch
        {
            MonthPart.Early => DayChoice.Period(first, first.PlusDays(9)),
            MonthPart.Mid => DayChoice.Period(first.PlusDays(10), first.PlusDays(19)),
            MonthPart.Late => DayChoice.Period(first.PlusDays(20), end),
            _ => DayChoice.Period(first, end),
        };
    }

    // The last such month before the one in which it ends: December/January begins the year before.
    private LocalDate Before(LocalDate last, LocalDate today) => From.Recurs
        ? new LocalDate(From.Month > last.Month ? last.Year - 1 : last.Year, From.Month!.Value, 1)
        : From.Begin(today);
}

/// <summary>A calendar quarter.</summary>
internal sealed record QuarterDays(int Quarter, int? Year) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        if (Quarter is < 1 or > 4) return DayChoice.Wrong(TimeReason.NoSuchDate);
        var choice = Of(Year ?? ask.Today.Year);
        if (Year is not null) return choice;
        return ask.Judge(choice.Spans[0].Last < ask.Today ? Of(ask.Today.Year + 1) : choice);
    }

    private DayChoice Of(int year)
    {
        var first = new LocalDate(year, (3 * Quarter) - 2, 1);
        return DayChoice.Period(first, first.PlusMonths(3).PlusDays(-1));
    }
}

/// <summary>A whole year.</summary>
internal sealed record YearDays(int Year, bool Vague = false) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var choice = DayChoice.Period(new LocalDate(Year, 1, 1), new LocalDate(Year, 12, 31));
        return Vague ? choice.Warn(TimeWarning.Approx) : choice;
    }
}

/// <summary>A week or half of a month, counted from its first day: <c>second half of July</c>.</summary>
/// <param name="Nth">-1 for the last.</param>
internal sealed record MonthSlice(int Nth, bool Half, MonthName Of) : DayPart
{
    private const int HalfMonth = 15;

    public override DayChoice Resolve(DayAsk ask)
    {
        if (Nth > (Half ? 2 : 5)) return DayChoice.Wrong(TimeReason.NoSuchDate);
        var choice = In(Of.Begin(ask.Today));
        if (choice.Spans[0].Last < ask.Today && Of.Recurs) choice = In(Of.Begin(ask.Today).PlusYears(1));
        return (Of.Recurs ? ask.Judge(choice) : choice).Warn(TimeWarning.Approx);
    }

    private DayChoice In(LocalDate first)
    {
        var end = first.With(DateAdjusters.EndOfMonth);
        if (Half) return Nth is 1
            ? DayChoice.Period(first, first.PlusDays(HalfMonth - 1))
            : DayChoice.Period(first.PlusDays(HalfMonth), end);
        return Nth < 0
            ? DayChoice.Period(end.PlusDays(-6), end)
            : DayChoice.Period(first.PlusWeeks(Nth - 1), LocalDate.Min(end, first.PlusWeeks(Nth).PlusDays(-1)));
    }
}
