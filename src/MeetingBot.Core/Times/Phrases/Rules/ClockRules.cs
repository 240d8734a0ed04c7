using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>
/// What times of day mean: <c>at 4</c> may be either half of the day, midnight either end of it; in <c>11-1pm</c> the
/// start is the latest before the end.
/// </summary>
internal static class ClockRules
{
    private const int Noon = 12 * 60;
    private const int Evening = 18 * 60;
    private const int EarlyMorning = 6 * 60;

    // From seven to noon a bare hour is rather before noon, as meetings go.
    private const int WorkBegins = 7;

    /// <summary>The readings of a time, with the half of the day that stands elsewhere ("Tuesday morning at
    /// 10").</summary>
    public static ClockChoice Read(ClockItem clock, DayHalf half)
    {
        if (!Exists(clock.From) || (clock.To is { } end && !Exists(end)))
            return ClockChoice.Wrong( TimeReason.NoSuchTime);
        return clock.To is { } to ? Range(clock.From, to, half) : Single(clock.From, half);
    }

    /// <summary>Whether a clock shows such a time.</summary>
    public static bool Exists(ClockPoint point) =>
        point.Minute < 60
        && (point.Half is DayHalf.None
            ? point.Hour < 24 || point is { Hour: 24, Minute: 0 }
            : point.Hour is >= 1 and <= 12 || point is { Hour: 0, Half: DayHalf.Morning });

    private static ClockChoice Single(ClockPoint point, DayHalf half)
    {
        var options = Options(point, half);
        return new ClockChoice([.. options.Select(start => new ClockReading(start, null))])
        {
            Question = options.Length == 1
                ? null
                : point.Style is ClockStyle.Midnight ? TimeReason.Midnight : TimeReason.AmPm,
        };
    }

    private static ClockChoice Range(ClockPoint begin, ClockPoint to, DayHalf half)
    {
        // In "3:50-4:30 PM" the first is written as the second.
        if (to.Half is not DayHalf.None && begin is { Half: DayHalf.None, Hour: <= 12,
            Style: ClockStyle.Colon or ClockStyle.Dotted })
            begin = begin with { Style = ClockStyle.Bare };
        // In "15-16:30" and "9-17" hours are those of the whole day.
        if (IsBare(begin) && IsWhole(to)) begin = begin with { Style = ClockStyle.Colon };
        if (IsBare(to) && IsWhole(begin)) to = to with { Style = ClockStyle.Colon };
        var starts = begin.Style is ClockStyle.Midnight ? [0] : Options(begin, half);
        var ends = to.Style is ClockStyle.Midnight ? [ClockReading.Day] : Options(to, half);
        if (starts.Length == 1 || ends.Length == 1)
            return One(starts.Length > 1 ? StartBefore(starts, ends[0]) : starts[0], EndAfter(ends, starts));
        var readings = starts.Select(start => (Start: start, End: EndAfter(ends, [start])))
            .Where(range => range.End > range.Start)
            .Select(range => new ClockReading(range.Start, range.End)).ToImmutableArray();
        return readings.Length == 1 ? new(readings) : new(readings) { Question = TimeReason.AmPm };
    }

    private static ClockChoice One(int start, int end)
    {
        if (end <= start && start >= Evening && end <= EarlyMorning) end += ClockReading.Day;
        return end > start ? new([new(start, end)]) : ClockChoice.Wrong(TimeReason.EndBeforeStart);
    }

    // The latest before the end; of none, over midnight, the latest at all.
    private static int StartBefore(ImmutableArray<int> starts, int end) =>
        starts.Where(start => start < end).DefaultIfEmpty(starts.Max()).Max();

    private static int EndAfter(ImmutableArray<int> ends, ImmutableArray<int> starts) => ends.Length == 1
        ? ends[0]
        : ends.Where(end => end > starts[0]).DefaultIfEmpty(ends.Min()).Min();

    private static bool IsBare(ClockPoint point) =>
        point is { Style: ClockStyle.Bare or ClockStyle.Spoken, Half: DayHalf.None };

    private static bool IsWhole(ClockPoint point) => point.Half is DayHalf.None
        && (point.Style is not (ClockStyle.Bare or ClockStyle.Spoken or ClockStyle.Noon or ClockStyle.Midnight)
            || point.Hour > 12);

    private static ImmutableArray<int> Options(ClockPoint point, DayHalf half)
    {
        if (point.Style is ClockStyle.Noon) return [Noon];
        if (point.Style is ClockStyle.Midnight) return [0, ClockReading.Day];
        if (point.Half is not DayHalf.None) return [In(point, point.Half)];
        // "Tuesday afternoon at 3:30".
        if (half is DayHalf.Afternoon && point.Hour is >= 1 and < 12) return [In(point, half)];
        if (!IsBare(point) || point.Hour is 0 or > 12) return [(60 * point.Hour) + point.Minute];
        if (half is not DayHalf.None) return [In(point, half)];
        var (morning, afternoon) = (In(point, DayHalf.Morning), In(point, DayHalf.Afternoon));
        return point.Hour is >= WorkBegins and < 12 ? [morning, afternoon] : [afternoon, morning];
    }

    private static int In(ClockPoint point, DayHalf half) =>
        (60 * ((point.Hour % 12) + (half is DayHalf.Afternoon ? 12 : 0))) + point.Minute;
}
