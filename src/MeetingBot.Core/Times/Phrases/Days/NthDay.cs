using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>A day of a period, counted from its start or end: <c>first working day of July</c>.</summary>
/// <param name="Nth">1 for the first; -1 for the last.</param>
/// <param name="Working">Saturdays and Sundays don't count.</param>
internal sealed record NthDay(int Nth, bool Working, DayPart Of) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var period = Of.Resolve(ask);
        if (period.Spans.IsEmpty) return period;
        var day = In(period.Spans[0]);
        if (day is { } passed && (passed < ask.Today || !ask.IsAhead(passed)))
        {
            // What has passed comes again in the next such period.
            var later = Of.Resolve(ask with { Today = period.Spans[0].Last.PlusDays(1) });
            day = later.Spans.IsEmpty || later.Spans[0].First <= period.Spans[0].Last ? null : In(later.Spans[0]);
            if (day is null) return DayChoice.Wrong(TimeReason.Past);
        }
        if (day is not { } found) return DayChoice.Wrong(TimeReason.NoSuchDate);
        var choice = ask.Judge(DayChoice.On(found));
        return Working ? choice.Warn(TimeWarning.HolidaysNotChecked) : choice;
    }

    private LocalDate? In(DaySpan span)
    {
        var days = Enumerable.Range(0, Period.DaysBetween(span.First, span.Last) + 1).Select(span.First.PlusDays)
            .Where(day => !Working || !day.IsWeekend()).ToImmutableArray();
        var at = Nth > 0 ? Nth - 1 : days.Length + Nth;
        return at >= 0 && at < days.Length ? days[at] : null;
    }
}
