using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>One time that a phrase tells; alternatives are one segment each.</summary>
internal sealed record Segment
{
    /// <summary>The day; null where none is told.</summary>
    public DayPart? Day { get; init; }

    /// <summary>It is a day behind that one: <c>after 4 July</c>.</summary>
    public bool IsAfterDay { get; init; }

    /// <summary>Times of day, each with the zones that are told for it.</summary>
    public ImmutableArray<TimeOfDay> Clocks { get; init; } = [];

    /// <summary>A zone without a time.</summary>
    public ZoneMention? Zone { get; init; }

    /// <summary>How long it lasts.</summary>
    public Duration? Length { get; init; }

    /// <summary>How far it is from now.</summary>
    public Duration? Elapsed { get; init; }

    public DayTime PartOfDay { get; init; }

    public ImmutableHashSet<Mark> Marks { get; init; } = [];

    public bool Has(Mark mark) => Marks.Contains(mark);

    /// <summary>Whether it tells any time by itself.</summary>
    public bool TellsTime => Day is not null || Clocks.Length > 0 || Elapsed is not null
        || PartOfDay is not DayTime.None
        || Marks.Overlaps([Mark.Usual, Mark.SameTime, Mark.Recurring, Mark.EndOfDay, Mark.Now]);

    /// <summary>The half of the day in which an hour alone lies.</summary>
    public DayHalf Half => PartOfDay switch
    {
        DayTime.Morning => DayHalf.Morning,
        DayTime.Afternoon or DayTime.Evening or DayTime.Night or DayTime.Tonight => DayHalf.Afternoon,
        _ => DayHalf.None,
    };
}

/// <summary>A time of day with its zones.</summary>
/// <param name="EndDay">The day on which it ends, with the time of that, where it is another.</param>
internal sealed record TimeOfDay(ClockItem Clock, ImmutableArray<ZoneMention> Zones, DayPart? EndDay = null,
    ClockPoint? EndAt = null);

/// <summary>A part of the day.</summary>
internal enum DayTime { None, Morning, Afternoon, Evening, Night, Tonight, Other }
