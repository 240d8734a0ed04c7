using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// Takes lines into the minutes of the running meeting. Anyone may. Lines that give somebody something to do become
/// action items with it. The scribe's message is minutes whole. Who repeats a resolution, or writes a label with a slip,
/// is told so. For a note it reads nothing but the group's current rows.
/// </summary>
/// <param name="Asked">It was said to the bot: that no meeting runs is then answered.</param>
public sealed record RecordLines(MinutesBlock Block, bool Asked) : Command
{
    public const int MostLines = 80;
    private const int MostQuoted = 100;

    // A batch takes so many rows, those of the turn itself aside.
    private const int MostRows = 90;

    /// <summary>Typed without a command's words: the scribe's is read as minutes from its first line on.</summary>
    public bool IsPlain { get; init; }

    private bool ByScribe { get; init; }

    private ImmutableArray<MinuteText> Lines => Block.Lines;

    private bool NamesPeople => Block.Present.Length + Block.Regrets.Length > 0;

    public override bool KeepsWords => true;

    /// <summary>What the scribe of the running meeting typed, all of it as minutes; null of anybody else.</summary>
    public static RecordLines? OfScribe(Turn turn) => turn.Incoming is IncomingMessage message && turn.IsByScribe()
        ? new RecordLines(MinutesGrammar.ReadWhole(message.Text), Asked: false) { ByScribe = true }
        : null;

    /// <summary>The same as nothing but notes, which need no rows.</summary>
    public RecordLines AsNotes() => this with
    {
        Block = new MinutesBlock([.. Lines.Select(line => line with { Kind = MinuteKind.Note })]),
    };

    public override Reads Reads(Turn turn)
    {
        if (IsPlain && OfScribe(turn) is { } scribed) return scribed.Reads(turn);
        var members = Lines.Any(IsAction)
            ? Tables.Reads.OfKeys(ActionRows.CounterKey).And(GivenActions.Reads(turn))
            : Tables.Reads.None;
        if (NamesPeople) members = members.And(KnownPeople.Reads(turn));
        if (Lines.Any(line => Mislabels.Of(line) is not null)) members = members.And(LabelHints.Reads(turn));
        return Lines.Any(IsResolution)
            ? members.And(Tables.Reads.Of(MinuteRows.Of(turn.CurrentMeeting().Number)))
            : members;
    }

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (IsPlain && OfScribe(turn) is { } scribed) return scribed.Decide(turn, rows);
        var meeting = turn.CurrentMeeting();
        // What is labelled where no slash is needed is for the bot; "Luna: yes" may be talk.
        var asked = Asked
            || (turn.Incoming is IncomingMessage { Bare: true } && (NamesPeople || Lines.Any(IsLabelled)));
        var toDo = Lines.Length > 0 && Lines.All(IsAction) && !NamesPeople;
        if (!meeting.Running && !(asked && toDo))
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
            if (drafts[index] is not { Action: null, Line: var line }) continue;
            var id = LineId(turn, index, drafts.Length);
            changes.Add(MinuteRows.Add(meeting.Number, Minute(line, id, turn, meeting)));
        }

        var known = actions.Count > 0 || NamesPeople ? KnownPeople.Of(turn, rows) : null;
        var hint = LabelHints.Of(Lines, turn, rows);
        var people = NamesPeople ? People(turn, rows) : [];
        return new Decision
        {
            Changes = changes.DrainToImmutable(),
            Marks = meeting.Running && !turn.IsFromAfar
                ? [Attendance.Present(meeting.Number, turn.Actor), .. people.Select(fact => fact.ToRow(meeting.Number))]
                : [],
            Tell = (IsSilent || turn.Group.Quiet) && !Asked && actions.Count == 0 && hint.Length == 0
                ? null
                : WithHint(
                    BlockRemarks.Behind(
                        Receipt(actions, Repeated(meeting, rows), meeting, turn.Today) + ActionRemarks.Of(given, known),
                        Block, people, known),
                    hint),
        };
    }

    private static string WithHint(string receipt, string hint) =>
        hint.Length == 0 ? receipt : receipt.TrimEnd('.') + hint;

    // Of the scribe's lines, which come one after the other, only what all should see is confirmed.
    private bool IsSilent => ByScribe && Lines.Length <= 1 && Block.Heads.IsEmpty && !NamesPeople
        && Lines.All(line => line.Kind is MinuteKind.Note or MinuteKind.Topic);

    private List<Attendance> People(Turn turn, RowSet rows)
    {
        var members = MemberState.From(turn, rows);
        return
        [
            .. Block.Present.Select(name => Fact(name, AttendanceKind.Present)),
            .. Block.Regrets.Select(name => Fact(name, AttendanceKind.Regrets)),
        ];

        Attendance Fact(string name, AttendanceKind kind)
        {
            var person = members.Find(name, turn);
            return new Attendance(person?.Name ?? name.TrimStart('@'), kind, person);
        }
    }

    private List<Minute> Repeated(Meeting meeting, RowSet rows) => Lines.Any(IsResolution)
        ? RepeatedResolutions.Of(
            Lines, meeting.CurrentItem, rows.In(MinuteRows.Of(meeting.Number)).Select(MinuteRows.Read))
        : [];

    private static Minute Minute(MinuteText line, string id, Turn turn, Meeting meeting) => new(
        id, line.Kind, line.Text, turn.Actor, turn.Now, line.Speaker, meeting.CurrentItem, line.Continues)
    {
        CutFrom = CutFrom(turn),
        Message = MessageOf(turn),
        IfSaid = line.IfSaid,
    };

    private static string? CutFrom(Turn turn) => (turn.Incoming as IncomingMessage)?.CutFrom;

    private static string? MessageOf(Turn turn) => (turn.Incoming as IncomingMessage)?.MessageId;

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
                CutFrom = CutFrom(turn),
                Message = MessageOf(turn),
            };
            given.Add((action, text));
        }
        return given;
    }

    /// <summary>Why it can't be taken at once; null where it can.</summary>
    internal Refusal? Problem() => Problem(Lines.Length);

    private Refusal? Problem(int count)
    {
        if (count > MostLines)
            return new Refusal(
                $"These are {count} lines; up to {MostLines} can be taken at a time. Nothing was recorded: "
                    + "send them in parts.");
        if (Lines.Length + Block.Present.Length + Block.Regrets.Length > MostRows)
            return new Refusal(
                "These are too many lines and names for one message. Nothing was recorded: send them in parts.");
        var longest = Lines.Select(line => line.Text.Length).DefaultIfEmpty().Max();
        var most = Lines.Any(IsAction) ? ActionItem.MostText : Minutes.Minute.MostText;
        return longest > most
            ? new Refusal($"A line has {longest} characters; {most} fit. Nothing was recorded: send it in parts.")
            : null;
    }

    private string Receipt(List<ActionItem> actions, List<Minute> repeated, Meeting meeting, LocalDate today)
    {
        if (Lines.IsEmpty) return "";
        var already = "Already recorded: " + Phrases.Join([.. repeated.Select(Quoted)]) + Under(meeting);
        if (Lines.Length > 1)
        {
            var given = Phrases.Join([.. actions.Select(action =>
                Given(action with { Text = Phrases.Shorten(action.Text, MostQuoted) }, today))]);
            // As many as "undo" takes back: a line may give several people something to do.
            var count = Lines.Count(line => !IsAction(line)) + actions.Count;
            var noted = $"Noted {count} lines" + (actions.Count == 0 ? "." : $", with action {given}");
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
