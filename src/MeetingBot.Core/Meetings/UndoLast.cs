using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Takes back the last line, or action item, that the person recorded in the running meeting.</summary>
public sealed record UndoLast : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "undo", "takes back your last line of the minutes", () => new UndoLast()) with
    {
        Example = "/undo",
        Moment = Moment.InMeeting,
    };

    public override Reads Reads(Turn turn) =>
        Tables.Reads.Of(MinuteRows.Of(turn.CurrentMeeting().Number), ActionRows.All);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!meeting.Running) return MeetingRefusals.NotRunningNow(meeting);

        var lines = rows.In(MinuteRows.Of(meeting.Number))
            .Select(row => (Row: row, Minute: MinuteRows.Read(row)))
            .Where(line => line.Minute.Author.Key == turn.Actor.Key)
            .Select(line => (line.Row, line.Minute.Id, line.Minute.Text));
        var actions = rows.In(ActionRows.All)
            .Select(row => (Row: row, Action: ActionRows.Read(row)))
            .Where(given => given.Action.Meeting == meeting.Number && given.Action.Author.Key == turn.Actor.Key)
            .Select(given => (given.Row, Id: given.Action.LineId, Text: "action " + given.Action.LineOn(turn.Today)));
        var last = lines.Concat(actions).OrderByDescending(entry => entry.Id, StringComparer.Ordinal).FirstOrDefault();
        return last.Row is null
            ? MeetingRefusals.NothingToUndo
            : new Decision
            {
                Changes = [new RowChange.Delete(last.Row.RowKey, last.Row.ETag)],
                While = turn.WhileItRuns(),
                Tell = $"Taken back: {Phrases.Shorten(last.Text, 120)}",
            };
    }
}
