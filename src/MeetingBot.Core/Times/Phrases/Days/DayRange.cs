using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>From a day to a day, both included: <c>28 July - 1 August</c>.</summary>
internal sealed record DayRange(DayPart From, DayPart To) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var (begin, to) = Completed();
        // A range that runs is told by its end.
        var end = to is CalendarDay { Year: null } or NumberedDay
            ? to.Resolve(ask with { IsAhead = day => day >= ask.Today })
            : default(DayChoice);
        var start = end is { Error: null, Spans.Length: > 0 }
            ? StartBefore(begin, end.Spans[0].Last, ask)
            : begin.Resolve(ask);
        end ??= start.Spans.IsEmpty ? to.Resolve(ask) : EndAfter(to, start.Spans[0].First, ask);
        if ((start.Error ?? end.Error) is { } wrong) return DayChoice.Wrong(wrong);
        return Joined(start, end);
    }

    // In "14 - 18 July" the month is told once; in "28 July - 1 August 2025" the year.
    private (DayPart From, DayPart To) Completed() => (From, To) switch
    {
        (NumberedDay one, CalendarDay other) => (new CalendarDay(one.Day, other.Month, other.Year, one.Weekday), other),
        (CalendarDay { Year: null } one, CalendarDay { Year: { } year } other) =>
            (one with { Year = one.Month > other.Month ? year - 1 : year }, other),
        (CalendarDay { Year: { } year } one, CalendarDay { Year: null } other) =>
            (one, other with { Year = one.Month > other.Month ? year + 1 : year }),
        (CalendarDay one, NumberedDay other) => (one, new CalendarDay(other.Day, one.Month, one.Year, other.Weekday)),
        _ => (From, To),
    };

    private static DayChoice StartBefore(DayPart begin, LocalDate end, DayAsk ask)
    {
        if (begin is not CalendarDay { Year: null } day) return begin.Resolve(ask);
        var start = day.In(end.Year) is { } same && same <= end ? same : day.In(end.Year - 1);
        if (start is not { } found) return DayChoice.Wrong(TimeReason.NoSuchDate);
        if (Period.DaysBetween(found, end) > DayAsk.FarAway) return DayChoice.Wrong(TimeReason.EndBeforeStart);
        return day.Weekday is not { } weekday || found.DayOfWeek == weekday
            ? DayChoice.On(found)
            : DayChoice.Ask(TimeReason.WeekdayMismatch, found, found.InItsWeek(weekday));
    }

    private static DayChoice EndAfter(DayPart to, LocalDate start, DayAsk ask) => to switch
    {
        WeekdayDay { Which: WhichWeekday.Bare or WhichWeekday.This } weekday =>
            DayChoice.On(start.With(DateAdjusters.NextOrSame(weekday.Weekday))),
        _ => to.Resolve(ask),
    };

    private static DayChoice Joined(DayChoice start, DayChoice end)
    {
        var spans = (from one in start.Spans
                     from other in end.Spans
                     where other.Last >= one.First
                     select new DaySpan(one.First, other.Last)).ToImmutableArray();
        return spans.IsEmpty
            ? DayChoice.Wrong(TimeReason.EndBeforeStart)
            : new DayChoice(spans)
            {
                IsRange = true,
                Question = start.Question ?? end.Question,
                Warnings = [.. start.Warnings.Concat(end.Warnings).Distinct()],
            };
    }
}
