using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// Takes back what the person recorded last in the running meeting: all lines and action items of one message.
/// </summary>
public sealed record UndoLast : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "undo", "takes back what you recorded last", () => new UndoLast()) with
    {
        Example = "/undo",
        Moment = Moment.InMeeting,
    };

    public override Reads Reads(Turn turn) => MadeLines.Reads(turn);

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (!meeting.Running) return MeetingRefusals.NotRunningNow(meeting);

        var lines = rows.In(MinuteRows.Of(meeting.Number))
            .Select(row => (Row: row, Minute: MinuteRows.Read(row)))
            .Where(line => line.Minute.Author.Key == turn.Actor.Key)
            .Select(line => RecordedLine.Of(line.Minute, line.Row));
        var actions = rows.In(ActionRows.All)
            .Select(row => (Row: row, Action: ActionRows.Read(row)))
            .Where(given => given.Action.Meeting == meeting.Number && given.Action.Author.Key == turn.Actor.Key)
            .Select(given => RecordedLine.Of(given.Action, given.Row, turn.Today));
        var last = lines.Concat(actions)
            .GroupBy(line => line.Message, StringComparer.Ordinal)
            .MaxBy(message => message.Select(line => line.Turn).Max(StringComparer.Ordinal), StringComparer.Ordinal)?
            .OrderBy(line => line.Id, StringComparer.Ordinal)
            // The rest is taken back the next time.
            .TakeLast(TakenBack.AtATime)
            .ToList();
        return last is null
            ? MeetingRefusals.NothingToUndo
            : new Decision
            {
                Changes = [.. TakenBack.Of(last)],
                Tell = "Taken back: " + TakenBack.Told(last, turn),
            };
    }
}
