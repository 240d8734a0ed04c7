using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// Has the coming meeting prepared as an event in the group's Indico. Who asked gets its address alone, and confirms it
/// there.
/// </summary>
public sealed record PrepareInIndico : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "meeting indico", "prepares the next meeting as an event in Indico; you confirm it there",
        () => new PrepareInIndico()) with
    {
        Example = "/meeting indico",
        Audience = Audience.Runners,
        IsThere = options => options.Indico is not null,
    };

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (turn.Options.Indico is not { } indico) return DateRefusals.NoIndico;
        if (!turn.MayRun(meeting)) return MeetingRefusals.RunnersOnly(turn, meeting);
        if (meeting.Coming(turn.Now) is not { } start) return DateRefusals.NoDate;
        return new Decision
        {
            Tell = $"I ask {indico.Host} to prepare it for {start.Said(turn.Today)}; you alone get the address.",
            Messages =
            [
                new Outgoing(turn.Conversation, "Asked of Indico.", Recipient: turn.Actor)
                {
                    Errand = IndicoEvents.Of(Title(meeting, turn), start, turn.Now, turn.Group.Epoch),
                },
            ],
        };
    }

    // Of a meeting without a name the group's says more than its number.
    private static string Title(Meeting meeting, Turn turn) => meeting switch
    {
        { Running: false, Title: { } title } => title,
        _ => turn.Group.Name ?? $"Meeting {meeting.ComingNumber()}",
    };
}
