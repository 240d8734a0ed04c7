using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>What alternatives share is told once: <c>Tuesday or Thursday at 15:00</c>.</summary>
internal static class Shared
{
    public static ImmutableArray<Segment> Fill(ImmutableArray<Segment> segments)
    {
        if (segments.Length < 2) return segments;
        var marks = segments.SelectMany(segment => segment.Marks).ToImmutableHashSet();
        return [.. segments.Select((segment, at) => Filled(segments, segment, at) with { Marks = marks })];
    }

    private static Segment Filled(ImmutableArray<Segment> segments, Segment segment, int at)
    {
        var behind = segments.Skip(at + 1).ToList();
        var before = segments.Take(at).Reverse().ToList();
        if (segment.Day is null && segment.Elapsed is null)
            segment = segment with { Day = before.Concat(behind).Select(other => other.Day)
                .FirstOrDefault(day => day is not null) };
        else if (segment.Day is { } day && behind.Select(other => other.Day)
            .FirstOrDefault(next => next is not null) is { } next)
            segment = segment with { Day = DayMerge.Completed(day, next) };
        if (segment.Clocks.IsEmpty && segment.Elapsed is null && segment.PartOfDay is DayTime.None)
            segment = segment with { Clocks = behind.Concat(before).Select(other => other.Clocks)
                .FirstOrDefault(clocks => !clocks.IsEmpty, []) };
        var zones = behind.Concat(before).SelectMany(other => other.Clocks).Select(clock => clock.Zones)
            .FirstOrDefault(zones => !zones.IsEmpty, []);
        return segment with
        {
            Clocks = [.. segment.Clocks.Select(clock => clock.Zones.IsEmpty ? clock with { Zones = zones } : clock)],
            Length = segment.Length ?? behind.Select(other => other.Length)
                .FirstOrDefault(length => length is not null),
        };
    }
}
