using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// A message that was deleted or made shorter has made more lines than a turn takes back: the rest follows, part by
/// part. Edited again meanwhile it is another one's, or nobody's.
/// </summary>
/// <param name="Message">The platform's id of it.</param>
/// <param name="Keep">So many of its lines stay, the first ones; 0 where it was deleted, with its actions.</param>
internal sealed record LinesLeft(Person Author, string Message, int Meeting, int Keep)
{
    private const string Timer = "lines left ";

    public static string Key(string id) => TableKey.Join("revised", id);

    /// <summary>Names what is left of somebody's message.</summary>
    public static string Id(PersonKey author, string message) => OpaqueId.Digest($"{author.Value}\n{message}");

    /// <summary>The command that a timer means; null for another's.</summary>
    public static Command? Read(string name) => name.StartsWith(Timer, StringComparison.Ordinal)
        ? new TakeBackRest(name[Timer.Length..])
        : null;

    /// <summary>A decision that leaves something, which follows.</summary>
    public Decision Follows(Decision decision, Turn turn) => decision with
    {
        Changes =
        [
            .. decision.Changes,
            new RowChange.Upsert(Key(OwnId), Rows.Write(this, MeetingJson.Default.LinesLeft)),
        ],
        Timers = [new TimerEntry(Timer + OwnId, turn.Now, turn.Conversation)],
    };

    /// <summary>A decision that leaves nothing of the message.</summary>
    public static Decision Done(string id, Decision decision, RowSet rows) => rows[Key(id)] is not { } row ? decision
        : decision with
        {
            Changes = [.. decision.Changes, new RowChange.Delete(row.RowKey, row.ETag)],
            CancelledTimers = [Timer + id],
        };

    private string OwnId => Id(Author.Key, Message);
}

/// <summary>Goes on with <see cref="LinesLeft"/>. Fired by its timer until nothing is left.</summary>
internal sealed record TakeBackRest(string Id) : Command
{
    private const string TooLate =
        "The meeting was closed before all lines of a message were taken back that was deleted or made shorter: the "
            + "rest of them stands in its minutes.";

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(LinesLeft.Key(Id)).And(MadeLines.Reads(turn));

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Forgetting || rows[LinesLeft.Key(Id)]?.TryRead(MeetingJson.Default.LinesLeft) is not { } left)
            return Decision.Nothing;
        var meeting = turn.CurrentMeeting();
        if (!meeting.Running || meeting.Number != left.Meeting)
            return LinesLeft.Done(Id, new Decision { Messages = [turn.Say(TooLate)] }, rows);
        var over = MadeLines.Of(left.Message, left.Author.Key, turn, rows).Behind(left.Keep, turn);
        var decision = new Decision { Changes = [.. TakenBack.Of(over.TakeLast(TakenBack.AtATime))] };
        return over.Count > TakenBack.AtATime
            ? left.Follows(decision, turn)
            : LinesLeft.Done(Id, decision, rows);
    }
}
