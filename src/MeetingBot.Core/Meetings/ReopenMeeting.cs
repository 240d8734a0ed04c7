using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>
/// Goes on with the meeting that ended last, as long as no other has started: ended too early, or something was forgotten.
/// When it ends again its minutes are posted again.
/// </summary>
public sealed record ReopenMeeting : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "meeting reopen", "goes on with the meeting that has ended", () => new ReopenMeeting()) with
    {
        Example = "/meeting reopen",
        Aliases =
        [
            "reopen meeting", "reopen the meeting", "resume meeting", "resume the meeting", "meeting resume",
            "continue meeting", "continue the meeting", "meeting continue", "reopen minutes",
        ],
        Audience = Audience.Runners,
        Moment = Moment.BeforeMeeting,
    };

    public override Reads Reads(Turn turn)
    {
        var last = turn.CurrentMeeting().Number - 1;
        return Tables.Reads.OfKeys(MeetingRows.Key(last)).And(Tables.Reads.Of(AgendaRows.Of(last)));
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var coming = turn.CurrentMeeting();
        if (coming.Running) return MeetingRefusals.AlreadyRunning(coming);
        if (rows[MeetingRows.Key(coming.Number - 1)] is not { } row) return MeetingRefusals.NoneEnded;
        var ended = MeetingRows.Read(row);
        if (!turn.MayRun(ended)) return MeetingRefusals.RunnersOnly(turn, ended);

        // The platform's call is over: its late end must not end the meeting again.
        var meeting = ended.Before(coming) with
        {
            EndedAt = null, Snapshot = null, CallIds = default,
            ChairLeft = ended.ChairLeft && ended.Chair?.Key != turn.Actor.Key,
        };
        return new Decision
        {
            Changes =
            [
                turn.Change(meeting), new RowChange.Delete(row.RowKey, row.ETag),
                Standing.Open(MeetingRows.Door(meeting.Number)),
            ],
            Tell = $"{meeting.Name} goes on; its minutes are open again. Close with /meeting end.",
            Messages = [AgendaCards.Live(AgendaState.Of(meeting, rows), turn) with { Fresh = true }],
        };
    }
}
