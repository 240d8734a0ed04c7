using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>Hands the chair of the running meeting over; takes it where nobody has it.</summary>
/// <param name="Asked">It can't be talk: that nobody has this name is then answered.</param>
public sealed record HandOverChair(string To, bool Asked = true) : Command<MemberState>
{
    public static CommandForm Form { get; } = new(
        "meeting chair", "@name", "/meeting chair @Luna", "hands the chair over",
        Read)
    {
        Aliases = ["chair", "hand over to"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
        HeadsLines = true,
    };

    public override Decision Decide(MemberState state, Turn turn)
    {
        var found = state.Find(To, turn);
        if (found is null && !Asked) return NotePresence.Of(turn, state.Meeting);
        if (!state.Meeting.Running) return MeetingRefusals.NotRunning;
        if (state.Meeting.Chair is not null && !turn.MayRun(state.Meeting))
            return MeetingRefusals.RunnersOnly(turn, state.Meeting);
        if (state.Meeting.Chair is null && !turn.MayRun(state.Meeting) && To.Trim() is not ("me" or "Me"))
            return MeetingRefusals.RunnersOnly(turn, state.Meeting);
        if (found is not { } chair) return MeetingRefusals.UnknownPerson(To);

        return new Decision
        {
            Changes = [turn.Change(state.Meeting with { Chair = chair })],
            Marks = [Attendance.Present(state.Meeting.Number, chair)],
            Tell = $"{chair.Name} chairs now.",
        };
    }

    private static ParsedCommand Read(CommandInput input) =>
        input.Text.Length == 0 || (input.MayBeTalk && !Names.MayBe(input.Text))
            || input.Text.Contains('\n')
            ? ParsedCommand.Wrong("Who chairs? Mention them, or say \"me\".")
            : new HandOverChair(input.Text, input.Asked || Names.IsWritten(input.Text));
}
