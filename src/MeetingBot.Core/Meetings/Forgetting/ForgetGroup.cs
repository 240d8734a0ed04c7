using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Linking;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Forgetting;

/// <summary>Deletes everything of the group, after a confirmation. The group's chairs may.</summary>
public sealed record ForgetGroup(bool Sure) : Command
{
    /// <summary>The timer that goes on deleting until nothing is left.</summary>
    public const string Timer = "forget";

    public static CommandForm Form { get; } = new(
        "forget", "", "/forget", "deletes everything of this group", Read)
    {
        Aliases = ["forget everything", "forget group"],
        Audience = Audience.Chairs,
    };

    public override Reads Reads(Turn turn) => Tables.Reads.Of(LinkRows.Asking);

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        if (!Sure) return Question(turn);
        return new Decision
        {
            Changes = [turn.Change(turn.Group with { ForgottenAt = turn.Now })],
            Timers = [new TimerEntry(Timer, turn.Now, turn.Conversation)],
            Messages = [.. LinkErrand.Dropping(turn, rows)],
            Tell = "Everything of this group is being deleted: agendas, minutes, actions, settings and members.",
        };
    }

    private static Decision Question(Turn turn)
    {
        const string text =
            "This deletes all agendas, minutes, actions and settings of this group for good. Take a copy first with "
                + "/export. To go on: /forget everything really";
        var yes = turn.Conversation.Button("Delete everything", Form.Words, ("sure", "yes"))
            with { Style = ButtonStyle.Danger };
        return new Decision
        {
            Tell = text,
            ShowCard = new Card("Delete everything of this group?", [new CardText(text, TextTone.Warning)], [yes]),
        };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new ForgetGroup(input.Field("sure") == "yes"),
        "really" or "everything really" or "yes" => new ForgetGroup(true),
        _ => ParsedCommand.Wrong("\"forget\" stands alone, or \"forget everything really\"."),
    };
}

/// <summary>
/// Deletes the next rows of a group that is being forgotten. Fired by its timer until only a tombstone is left. What
/// was promised since, such as that everything is being deleted, goes last: its delivery takes it away.
/// </summary>
public sealed record ForgetMore : Command
{
    private const int AtATime = 96;
    private static readonly Duration Between = Duration.FromSeconds(1);
    private static readonly Duration Patience = Duration.FromHours(1);

    public override Reads Reads(Turn turn)
    {
        var late = Late(turn);
        return new([KeyRange.All with { To = late.From }, late, KeyRange.All with { From = late.To }], [], AtATime + 4);
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.ForgottenAt is not { } since) return Decision.Nothing;
        var (late, patient) = (Late(turn), turn.Now < since + Patience);
        var timer = TableKey.Join("timer", ForgetGroup.Timer);
        var left = rows.In(KeyRange.All)
            .Where(row =>
                row.RowKey != timer && row.RowKey != GroupRows.GroupKey && !(patient && late.Contains(row.RowKey)))
            .Select(RowChange (row) => new RowChange.Delete(row.RowKey))
            .Take(AtATime).ToList();
        if (left.Count > 0) return Again(turn, turn.Now) with { Changes = [.. left] };
        if (rows.In(late).Any()) return Again(turn, turn.Now + Between);
        // What remains says only that something was here once: marks written before are not taken for written now.
        var tombstone = new Group(turn.Options.DefaultZone, [], Epoch: turn.Group.Epoch + 1);
        return new Decision { Changes = [turn.Change(tombstone)], Forgotten = true };
    }

    private static KeyRange Late(Turn turn) => OutboxEntry.Since(turn.Group.ForgottenAt ?? turn.Now);

    private static Decision Again(Turn turn, Instant due) =>
        new() { Timers = [new TimerEntry(ForgetGroup.Timer, due, turn.Conversation)] };
}
