using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>
/// Takes lines into the minutes of the running meeting. Anyone may. Lines that give somebody something to do become
/// action items with it. Who repeats a resolution, or writes a label with a slip, is told so. For a note it reads
/// nothing but the group's current rows.
/// </summary>
/// <param name="Asked">It was said to the bot: that no meeting runs is then answered.</param>
public sealed record RecordLines(ImmutableArray<MinuteText> Lines, bool Asked) : Command
{
    public const int MostLines = 80;
    private const int MostQuoted = 100;

    /// <summary>How many lines of the message stood before these and are talk.</summary>
    public int LeftOut { get; init; }

    public override bool KeepsWords => true;

    public override Reads Reads(Turn turn)
    {
        var counter = Lines.Any(IsAction)
            ? Tables.Reads.OfKeys(ActionRows.CounterKey).And(GivenActions.Reads(turn))
            : Tables.Reads.None;
        if (Lines.Any(line => Mislabels.Of(line) is not null)) counter = counter.And(LabelHints.Reads(turn));
        return Lines.Any(IsResolution)
            ? counter.And(Tables.Reads.Of(MinuteRows.Of(turn.CurrentMeeting().Number)))
            : counter;
    }

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        // What is labelled where no slash is needed is for the bot; "Luna: yes" may be talk.
        var asked = Asked || (turn.Incoming is IncomingMessage { Bare: true } && Lines.Any(IsLabelled));
        if (!meeting.Running && !(asked && Lines.All(IsAction)))
            return asked ? MeetingRefusals.NotRunningNow(meeting) : Decision.Nothing;
        if (Problem(Lines.Length) is { } problem) return problem;
        var drafts = GivenActions.Drafts(Lines, turn, rows);
        if (Problem(drafts.Length) is { } tooMany) return tooMany;

        var given = Given(drafts, turn, meeting, rows);
        var actions = given.ConvertAll(one => one.Action);
        var changes = ImmutableArray.CreateBuilder<RowChange>();
        if (actions.Count > 0) changes.AddRange(ActionRows.Add(actions, rows));
        for (var index = 0; index < drafts.Length; index++)
        {
            if (drafts[index] is { Action: null, Line: var line })
                changes.Add(MinuteRows.Add(meeting.Number, Minute(line, LineId(turn, index, drafts.Length), turn, meeting)));
        }

        var hint = LabelHints.Of(Lines, turn, rows);
        return new Decision
        {
            Changes = changes.DrainToImmutable(),
            Marks = meeting.Running ? [Attendance.Present(meeting.Number, turn.Actor)] : [],
            Tell = turn.Group.Quiet && !Asked && actions.Count == 0 && hint.Length == 0
                ? null
                : WithHint(Receipt(actions, Repeated(meeting, rows), meeting, turn.Today)
                    + (LeftOut == 0 ? "" : $" Left out as talk: {Phrases.Count(LeftOut, "line")} before.")
                    + ActionRemarks.Of(given),
                    hint),
        };
    }

    private static string WithHint(string receipt, string hint) =>
        hint.Length == 0 ? receipt : receipt.TrimEnd('.') + hint;

    private List<Minute> Repeated(Meeting meeting, RowSet rows) => Lines.Any(IsResolution)
        ? RepeatedResolutions.Of(
            Lines, meeting.CurrentItem, rows.In(MinuteRows.Of(meeting.Number)).Select(MinuteRows.Read))
        : [];

    private static Minute Minute(MinuteText line, string id, Turn turn, Meeting meeting) => new(
        id, line.Kind, line.Text, turn.Actor, turn.Now, line.Speaker, meeting.CurrentItem, line.Continues);

    private static List<(ActionItem Action, ActionText Text)> Given(
        ImmutableArray<RecordedDraft> drafts, Turn turn, Meeting meeting, RowSet rows)
    {
        var number = ActionRows.NextNumber(rows);
        var given = new List<(ActionItem, ActionText)>();
        for (var index = 0; index < drafts.Length; index++)
        {
            if (drafts[index].Action is not { } text) continue;
            var action = new ActionItem(
                number++, text.Text, text.Owners, turn.Actor, turn.Now, text.DueOn,
                meeting.Running ? meeting.Number : null, meeting.CurrentItem, LineId(turn, index, drafts.Length))
            {
                DueTime = text.Told.Time,
            };
            given.Add((action, text));
        }
        return given;
    }

    private Refusal? Problem(int count)
    {
        if (count > MostLines)
            return new Refusal(
                $"These are {count} lines; up to {MostLines} can be taken at a time. Nothing was recorded: "
                    + "send them in parts.");
        var longest = Lines.Max(line => line.Text.Length);
        var most = Lines.Any(IsAction) ? ActionItem.MostText : Minutes.Minute.MostText;
        return longest > most
            ? new Refusal($"A line has {longest} characters; {most} fit. Nothing was recorded: send it in parts.")
            : null;
    }

    private string Receipt(List<ActionItem> actions, List<Minute> repeated, Meeting meeting, LocalDate today)
    {
        var already = "Already recorded: " + Phrases.Join([.. repeated.Select(Quoted)]) + Under(meeting);
        if (Lines.Length > 1)
        {
            var given = Phrases.Join([.. actions.Select(action =>
                Given(action with { Text = Phrases.Shorten(action.Text, MostQuoted) }, today))]);
            var noted = $"Noted {Lines.Length} lines" + (actions.Count == 0 ? "." : $", with action {given}");
            return repeated.Count == 0 ? noted : $"{noted.TrimEnd('.')}. {already}";
        }
        if (repeated.Count > 0) return already;
        if (actions.Count == 1) return "Action " + Given(actions[0], today);
        if (actions.Count > 1) return "Actions: " + string.Join("; ", actions.Select(action => Given(action, today)));
        var line = Lines[0];
        var what = line.Kind switch
        {
            MinuteKind.Topic => "Topic",
            MinuteKind.Resolution => "Resolved",
            MinuteKind.Agreement => "Agreed",
            _ => line.Speaker ?? (line.Continues ? "…" : "Noted"),
        };
        return $"✓ {what}: {Phrases.Shorten(line.Text, MostQuoted)}{Under(meeting)}";
    }

    private static string Given(ActionItem action, LocalDate today) =>
        action.LineOn(today) + (action.DueOn is { } due ? DueDates.Remark(due, today) : "");

    private static bool IsLabelled(MinuteText line) =>
        line is { Kind: not MinuteKind.Note } or { Speaker: null, Continues: false };

    private static string Under(Meeting meeting) => meeting.CurrentItem is { } item ? $" (item {item})" : "";

    private static string Quoted(Minute line) =>
        MinuteLabels.Of(line.Kind) + Phrases.Shorten(line.Text, MostQuoted);

    private static bool IsResolution(MinuteText line) => RepeatedResolutions.IsResolution(line.Kind);

    private static bool IsAction(MinuteText line) => line.Kind is MinuteKind.Action;

    private static string LineId(Turn turn, int index, int count) =>
        count == 1
            ? turn.Id
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{turn.Id}-{index:D2}");
}
