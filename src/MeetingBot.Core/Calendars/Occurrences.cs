using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>An event as it takes place once.</summary>
public sealed record Occurrence(CalendarEvent Event, Instant Start, Instant End);

/// <summary>When the events of a calendar take place.</summary>
public static class Occurrences
{
    /// <summary>More are not counted.</summary>
    public const int MostOccurrences = 10_000;

    private const int MostStarts = 200_000;

    private static readonly Instant Earliest = Instant.FromUtc(1_000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9_000, 1, 1, 0, 0);

    /// <summary>
    /// What takes place, at least in part, from one moment until another: series, without what is excepted and with
    /// what takes its place. In order of start; cancelled events too.
    /// </summary>
    /// <param name="floating">The zone of who reads it, for days and floating times.</param>
    /// <param name="budget">For the rules of all events; where it is spent, series end, and it tells so.</param>
    public static ImmutableArray<Occurrence> GetOccurrences(
        this Calendar calendar, Instant from, Instant until, DateTimeZone floating,
        ExpansionBudget? budget = null)
    {
        budget ??= new ExpansionBudget();
        from = Instant.Max(from, Earliest);
        var instead = calendar.Events.Where(happening => happening.RecurrenceId is not null)
            .Select(happening => (happening.Uid, At: happening.RecurrenceId!.ToInstant(floating)))
            .ToHashSet();
        var left = MostStarts;
        return
        [
            .. calendar.Events
                .SelectMany(happening => Of(happening)
                    .TakeWhile(occurrence => occurrence.Start < until)
                    .Where(occurrence => occurrence.End > from || occurrence.Start >= from)
                    .Where(occurrence => happening.RecurrenceId is not null
                        || !instead.Contains((happening.Uid, occurrence.Start))))
                .Take(MostOccurrences)
                .OrderBy(occurrence => occurrence.Start),
        ];

        IEnumerable<Occurrence> Of(CalendarEvent happening)
        {
            var length = happening.LengthIn(floating);
            var never = happening.ExceptionDates.Select(date => date.ToInstant(floating)).ToHashSet();
            // An exception may be a day where the series has times.
            var days = happening.ExceptionDates.Where(date => !date.HasTime).Select(date => date.Date).ToHashSet();
            var zone = happening.Start.Zone ?? floating;
            var since = (from - length).InZone(zone).LocalDateTime.PlusDays(-1);
            var last = Instant.Min(until, Latest).InZone(zone).LocalDateTime.PlusDays(1);
            return Starts(happening, since, last, budget)
                .TakeWhile(_ => left-- > 0)
                .Where(start => !days.Contains(start.Date))
                .Select(start => start.ToInstant(floating))
                .Where(start => !never.Contains(start))
                .Select(start => new Occurrence(happening, start, start + length));
        }
    }

    // Further dates are looked at one by one, so that the order of starts holds.
    private static IEnumerable<CalDateTime> Starts(
        CalendarEvent happening, LocalDateTime since, LocalDateTime last, ExpansionBudget budget)
    {
        var starts = happening is { RecurrenceRule: { } rule, RecurrenceId: null }
            ? rule.Expand(happening.Start, since, last, budget)
            : [happening.Start];
        return happening.RecurrenceDates.IsEmpty ? starts : Merge(starts, happening.RecurrenceDates);
    }

    private static IEnumerable<CalDateTime> Merge(IEnumerable<CalDateTime> starts, ImmutableArray<CalDateTime> more)
    {
        var waiting = new Queue<CalDateTime>(more.OrderBy(date => date.Value));
        CalDateTime? last = null;
        foreach (var start in starts)
        {
            while (waiting.TryPeek(out var early) && early.Value <= start.Value)
            {
                waiting.Dequeue();
                if (early.Value < start.Value && early.Value != last?.Value) yield return last = early;
            }
            yield return last = start;
        }
        foreach (var late in waiting)
            if (late.Value != last?.Value) yield return last = late;
    }
}
