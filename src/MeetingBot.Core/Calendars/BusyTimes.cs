using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>When somebody can't, as their calendar tells: the times alone, never why.</summary>
public static class BusyTimes
{
    /// <summary>The times within the given ones, in order, those that meet put together.</summary>
    /// <param name="floating">The zone of whose calendar it is.</param>
    /// <param name="budget">For its rules; tells afterwards whether something was left out.</param>
    public static ImmutableArray<Interval> Of(Calendar calendar, Instant from, Instant until, DateTimeZone floating,
        ExpansionBudget? budget = null)
    {
        // What it tells is called off, whatever else it says of it (RFC 5546, 3.2.5).
        if (calendar.Method is CalendarMethod.Cancel) return [];
        var taken = calendar.GetOccurrences(from, until, floating, budget)
            .Where(occurrence => occurrence.Event is { IsTransparent: false, Status: not EventStatus.Cancelled })
            .Select(occurrence => (occurrence.Start, occurrence.End))
            .Concat(calendar.FreeBusy.Select(busy => (busy.Time.Start, busy.Time.End)))
            .Select(time => (Start: Instant.Max(time.Start, from), End: Instant.Min(time.End, until)))
            .Where(time => time.End > time.Start)
            .OrderBy(time => time.Start);
        var merged = new List<Interval>();
        foreach (var (start, end) in taken)
        {
            if (merged.Count > 0 && merged[^1].End >= start)
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, end));
            else merged.Add(new Interval(start, end));
        }
        return [.. merged];
    }

    /// <summary>Whether the time meets one of them; what only touches does not.</summary>
    public static bool Collides(this ImmutableArray<Interval> busy, Instant start, Instant end) =>
        busy.Any(time => time.Start < end && start < time.End);
}
