using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// Talk in the running meeting that was probably meant for the minutes: who typed it is told what would be taken.
/// </summary>
public sealed record HintAtLabel(Mislabel Line) : Command
{
    public override Reads Reads(Turn turn) => LabelHints.Reads(turn);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        var talk = NotePresence.Of(turn, meeting);
        return !meeting.Running || turn.IsByScribe() || LabelHints.IsName(Line.Typed, turn, rows)
            ? talk
            : talk with { Tell = $"Not taken into the minutes: I do not know \"{Line.Typed}\"; {Line.Instead()}" };
    }
}
