using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>What the group's next meeting is, by its date and by its series.</summary>
public static class MeetingDates
{
    // Who starts a meeting sooner than so long before its date holds it; else it is another one.
    private static readonly Duration Early = Duration.FromHours(12);

    /// <summary>
    /// When the coming meeting is, or the one after the running one; null where nobody knows. What is over is not
    /// coming.
    /// </summary>
    public static PlannedStart? Coming(this Meeting meeting, Instant now)
    {
        var single = meeting.DateSet() is { Cancelled: false } set && !set.IsOver(now) ? set : null;
        var regular = meeting.ComingInSeries(now);
        return single is null || regular?.At < single.At ? regular : single;
    }

    /// <summary>The next meeting by the group's rule, as it is; null where there is none.</summary>
    public static PlannedStart? ComingInSeries(this Meeting meeting, Instant now) =>
        meeting.Series?.Next(now, meeting.HeldOccurrence());

    // A meeting that ended before its time was over was that meeting all the same.
    private static LocalDateTime? HeldOccurrence(this Meeting meeting) =>
        meeting.Running ? meeting.Planned?.Occurrence ?? meeting.LastOccurrence : meeting.LastOccurrence;

    /// <summary>The date that was set for the coming meeting, or for the one after the running one.</summary>
    public static PlannedStart? DateSet(this Meeting meeting) => meeting.Running ? meeting.Following : meeting.Planned;

    /// <summary>
    /// The date set for the coming meeting where that is too far away for one that starts now to be it; null for none.
    /// </summary>
    public static PlannedStart? SetForLater(this Meeting coming, Instant now) =>
        coming.Planned is { Cancelled: false } planned && planned.At > now + Early ? planned : null;

    /// <summary>Number of the meeting that <see cref="Coming"/> tells of.</summary>
    public static int ComingNumber(this Meeting meeting) => meeting.Running ? meeting.Number + 1 : meeting.Number;

    /// <summary>The meeting with that date, or the running one with that date for the next.</summary>
    public static Meeting With(this Meeting meeting, PlannedStart? start) =>
        meeting.Running ? meeting with { Following = start } : meeting with { Planned = start };

    /// <summary>
    /// The meeting as it starts: of its own date if that is now or past, else the date is the next one's.
    /// </summary>
    /// <param name="id">Names the date that it has from a series.</param>
    public static Meeting Starting(this Meeting coming, Instant now, string id)
    {
        var later = coming.SetForLater(now);
        var held = coming.Coming(now) is { SeriesId: not null } due && due.At <= now + Early ? due : null;
        return coming with
        {
            Planned = held is not null ? held with { Id = id } : later is null ? coming.Planned : null,
            Following = later,
        };
    }

    /// <summary>The meeting after one that ends.</summary>
    public static Meeting After(this Meeting ending) =>
        new(ending.Number + 1)
        {
            Planned = ending.Following, Series = ending.Series, LastOccurrence = ending.HeldOccurrence(),
        };

    /// <summary>What is kept of a meeting that ends.</summary>
    public static Meeting WithoutWhatFollows(this Meeting ended) => ended with { Following = null, Series = null };

    /// <summary>A meeting that goes on, in place of the coming one, whose dates stay.</summary>
    public static Meeting Before(this Meeting reopened, Meeting coming) =>
        reopened with { Following = coming.Planned, Series = coming.Series };
}
