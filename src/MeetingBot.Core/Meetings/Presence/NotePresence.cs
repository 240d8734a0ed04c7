using MeetingBot.Conversations;
using MeetingBot.Linking;
using MeetingBot.Meetings.Lines;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Presence;

/// <summary>
/// Somebody said something in the running meeting's chat: they are present. The scribe's are lines of the minutes; who
/// seems to think that theirs is one too is told once that it is not. Otherwise talk is left alone.
/// </summary>
public sealed record NotePresence : Command
{
    public override bool IsTalk => true;

    public override Reads Reads(Turn turn) =>
        RecordLines.OfScribe(turn)?.Reads(turn) ?? UnkeptLine.Reads(turn) ?? Tables.Reads.None;

    // The scribe's are stored with the meeting that they belong to, or not at all.
    public override Standing? StandsOn(Turn turn) => turn.IsByScribe() ? turn.WhileItRuns() : null;

    public override Decision Decide(Turn turn, RowSet rows) =>
        RecordLines.OfScribe(turn)?.Decide(turn, rows)
            ?? UnkeptLine.Told(turn, rows)
            ?? Present(turn.CurrentMeeting(), turn);

    /// <summary>What talk is answered with, also where only the group's rows show that it is no command.</summary>
    public static Decision Of(Turn turn, Meeting meeting) =>
        RecordLines.OfScribe(turn)?.AsNotes().Decide(turn, RowSet.Empty).Holding(turn.WhileItRuns())
            ?? Present(meeting, turn);

    private static Decision Present(Meeting meeting, Turn turn) => meeting.Running
        ? new Decision
        {
            Marks = [Attendance.Present(meeting.Number, turn.Actor)], Messages = RelayTalk.Of(turn),
        }
        : Decision.Nothing;
}
