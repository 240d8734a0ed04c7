using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>
/// Somebody said something in the running meeting's chat: they are present. Otherwise talk is left alone.
/// </summary>
public sealed record NotePresence : Command<MeetingState>
{
    public override Decision Decide(MeetingState state, Turn turn) => Of(turn, state.Meeting);

    /// <summary>What talk is answered with, also where only the group's rows show that it is no command.</summary>
    public static Decision Of(Turn turn, Meeting meeting) => meeting.Running
        ? new Decision { Marks = [Attendance.Present(meeting.Number, turn.Actor)] }
        : Decision.Nothing;
}
