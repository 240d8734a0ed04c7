using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>The group's current meeting: all that a line of the minutes needs to know, and no read more.</summary>
public sealed record MeetingState(Meeting Meeting) : ILoaded<MeetingState>
{
    public static Reads Names(Turn turn) => Reads.None;

    public static Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public static MeetingState From(Turn turn, RowSet rows) => new(turn.CurrentMeeting());
}

/// <summary>What Meetings knows of a turn.</summary>
public static class MeetingTurn
{
    public static Meeting CurrentMeeting(this Turn turn) => MeetingRows.ReadCurrent(turn.Hot);

    /// <summary>Whether it was done by the scribe of the running meeting.</summary>
    public static bool IsByScribe(this Turn turn) =>
        turn.CurrentMeeting() is { Running: true, Scribe: { } scribe } && scribe.Key == turn.Actor.Key;

    /// <summary>
    /// What is written into the minutes of a running meeting is written before it ends; null when none runs.
    /// </summary>
    public static Standing? WhileItRuns(this Turn turn) => turn.CurrentMeeting() is { Running: true } meeting
        ? new Standing(MeetingRows.Door(meeting.Number), turn.Hot[MeetingRows.CurrentKey]!)
        : null;

    /// <summary>Changes the current meeting.</summary>
    public static RowChange Change(this Turn turn, Meeting meeting) => MeetingRows.Put(meeting, turn.Hot);
}
