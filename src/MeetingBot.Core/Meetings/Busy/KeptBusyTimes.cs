using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Meetings.Busy;

/// <summary>What is kept of somebody's calendar: when they can't, to the minute, and nothing else.</summary>
/// <param name="At">When they gave it.</param>
/// <param name="Until">Until when their times are known.</param>
/// <param name="Minutes">Start and end of each in turn, in minutes since 1970, in order.</param>
public sealed record KeptBusyTimes(Instant At, Instant Until, ImmutableArray<int> Minutes)
{
    /// <summary>For how long from when it was given.</summary>
    public static readonly Duration Ahead = Duration.FromDays(120);

    /// <summary>Times beyond these are left out.</summary>
    public const int Most = 2_000;

    /// <summary>The times.</summary>
    public IEnumerable<Interval> Times => (Minutes.IsDefault ? [] : Minutes).Chunk(2)
        .Where(pair => pair.Length == 2 && pair[0] < pair[1])
        .Select(pair => new Interval(Minute(pair[0]), Minute(pair[1])));

    /// <summary>The times that are kept of those read; where they are too many, until the last of them.</summary>
    public static KeptBusyTimes Of(ImmutableArray<Interval> times, Instant now)
    {
        var kept = times.Take(Most).ToList();
        var until = kept.Count < times.Length ? kept[^1].End : now + Ahead;
        return new KeptBusyTimes(
            now, until, [.. kept.SelectMany(time => new[] { Floor(time.Start), Ceiling(time.End) })]);
    }

    private static Instant Minute(int minute) => Instant.FromUnixTimeSeconds(minute * 60L);

    private static int Floor(Instant at) =>
        (int)Math.Floor(at.ToUnixTimeTicks() / (double)NodaConstants.TicksPerMinute);

    private static int Ceiling(Instant at) =>
        (int)Math.Ceiling(at.ToUnixTimeTicks() / (double)NodaConstants.TicksPerMinute);
}
