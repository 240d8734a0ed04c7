using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Chairing;

/// <summary>
/// Hands the chair of the running meeting over. While nobody who chairs it is there, somebody who is takes it: of this
/// meeting, never of the group. Whose chair was taken, and the group's chairs, take it back.
/// </summary>
/// <param name="Asked">It can't be talk: that nobody has this name is then answered.</param>
public sealed record HandOverChair(string To, bool Asked = true) : Command
{
    public static CommandForm Form { get; } = new(
        "meeting chair", "@name", "/meeting chair @Luna",
        "hands the chair over; \"me\" takes it while nobody who chairs is there", Read)
    {
        Aliases = ["chair", "hand over to"],
        Audience = Audience.WhoMayChair,
        Moment = Moment.InMeeting,
        HeadsLines = true,
    };

    public override Reads Reads(Turn turn) =>
        MemberState.Names(turn).And(Tables.Reads.Of(Attendance.Of(turn.CurrentMeeting().Number)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        var state = MemberState.From(turn, rows).With(rows.In(Attendance.Of(meeting.Number)).Select(Attendance.Read));
        var found = state.Find(To, turn);
        if (found is null && !Asked) return NotePresence.Of(turn, meeting);
        if (!meeting.Running)
            return found is null || found.Key == turn.Actor.Key
                ? MeetingRefusals.NotRunning
                : MeetingRefusals.NothingToChair(found);
        var self = found?.Key == turn.Actor.Key;
        if (!turn.MayRun(meeting))
        {
            if (!self || !turn.MayTakeChair(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);
            if (!Succession.WasChair(meeting, turn.Actor) && HasLeft(turn.Actor)) return MeetingRefusals.YouLeft;
        }
        if (found is not { } chair) return MeetingRefusals.UnknownPerson(To);

        var away = !self && HasLeft(chair);
        return new Decision
        {
            Changes =
            [
                turn.Change(Succession.To(chair, meeting, turn) with { ChairLeft = away }),
                .. self ? [Attendance.Back(meeting.Number, chair)] : Array.Empty<RowChange>(),
            ],
            Marks = [Attendance.Present(meeting.Number, chair)],
            Tell = $"{chair.Name} chairs now{(away ? MeetingRefusals.ButLeft : Succession.Told(chair, meeting))}",
        };

        bool HasLeft(Person person) =>
            !meeting.CallIds.IsDefault && rows[Attendance.Back(meeting.Number, person).RowKey] is not null;
    }

    private static ParsedCommand Read(CommandInput input) =>
        input.Text.Length == 0 || (input.MayBeTalk && !Names.MayBe(input.Text))
            || input.Text.Contains('\n')
            ? ParsedCommand.Wrong("Who chairs? Mention them, or say \"me\".")
            : new HandOverChair(input.Text, input.Asked || Names.IsWritten(input.Text));
}
