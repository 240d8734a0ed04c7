using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>Somebody said something in the running meeting's chat: they are present. Otherwise talk is left alone.</summary>
public sealed record NotePresence : Command<MeetingState>
{
    public override Decision Decide(MeetingState state, Turn turn) => state.Meeting.Running
        ? new Decision { Marks = [Attendance.Present(state.Meeting.Number, turn.Actor)] }
        : Decision.Nothing;
}
