using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>Hands the chair of the running meeting over; takes it where nobody has it.</summary>
public sealed record HandOverChair(string To) : Command<MemberState>
{
    public static CommandForm Form { get; } = new(
        "meeting chair", "@name", "/meeting chair @Luna", "hands the chair over",
        input => input.Text.Length == 0 ? ParsedCommand.Wrong("Who chairs? Mention them, or say \"me\".") : new HandOverChair(input.Text))
    {
        Aliases = ["chair", "hand over to"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Decision Decide(MemberState state, Turn turn)
    {
        if (!state.Meeting.Running) return MeetingRefusals.NotRunning;
        if (state.Meeting.Chair is not null && !turn.MayRun(state.Meeting)) return MeetingRefusals.RunnersOnly(turn, state.Meeting);
        if (state.Meeting.Chair is null && !turn.MayRun(state.Meeting) && To.Trim() is not ("me" or "Me")) return MeetingRefusals.RunnersOnly(turn, state.Meeting);
        if (state.Find(To, turn) is not { } chair) return MeetingRefusals.UnknownPerson(To);

        return new Decision
        {
            Changes = [turn.Change(state.Meeting with { Chair = chair })],
            Marks = [Attendance.Present(state.Meeting.Number, chair)],
            Tell = $"{chair.Name} chairs now.",
        };
    }
}
