using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Lines;
using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.RiskDecisions;

/// <summary>
/// Says what is done about a risk: avoid, reduce, transfer or accept. What somebody has to do becomes an action item of
/// the group; what is accepted is looked at again at its day. Who runs the assessment may.
/// </summary>
public sealed partial record TreatRisk(
    string Id, TreatmentKind Kind, string Recommendation, string Addressee, string Owner, string? Due)
    : OneRisk(Id)
{
    private static readonly string[] Names = ["by", "owner", "due", "for", "review"];

    public static CommandForm Form { get; } = new(
        "risk treat", "<id> reduce|avoid|transfer|accept <what> | by: … | owner: … | due: …",
        "/risk treat TR-2 reduce Shorter lifetimes | by: developers | owner: Luna | due: 1 October",
        "says what is done about a risk", Read)
    {
        TakesLines = true,
    };

    /// <summary>The same with what is done in front: <c>risk accept TR-2</c>.</summary>
    public static ImmutableArray<CommandForm> KindForms { get; } =
    [
        .. new[] { "reduce", "mitigate", "avoid", "transfer", "accept" }.Select(kind => new CommandForm(
            $"risk {kind}", Form.Syntax, Form.Example, Form.Purpose,
            input => Take(input) is ({ } id, var what) && !MayBeNumber(input, id)
                ? Read(input with { Text = $"{id} {kind} {what}" })
                : ParsedCommand.Wrong("Which risk? Its id."))
        {
            TakesLines = true, Hidden = true,
        }),
    ];

    protected override Reads Beside(int assessment, Turn turn) =>
        base.Beside(assessment, turn).And(GivenActions.Reads(turn)).And(Tables.Reads.OfKeys(ActionRows.CounterKey));

    public override Decision Decide(RiskScenario risk, AssessmentState state, Turn turn)
    {
        var criteria = state.Assessment.Criteria;
        if (!risk.Active) return new Refusal($"{risk.Id} is no risk any more.");
        var (due, problem) = DueOn(risk, criteria, turn);
        if (problem is not null) return problem;
        var number = ActionRows.NextNumber(state.Rows);
        var before = risk.Treatment;
        var acts = Kind is not TreatmentKind.Accept && (Owner.Length > 0 || before?.Action is null);
        var treatment = new Treatment(
            Kind, Recommendation.Length > 0 ? Recommendation : before?.Recommendation ?? "",
            Addressee.Length > 0 ? Addressee : before?.Addressee ?? "", Owner.Length > 0 ? Owner : before?.Owner ?? "",
            Kind is TreatmentKind.Accept ? null : due, before?.Action, Kind is TreatmentKind.Accept ? due : null);
        if (treatment.Recommendation.Length == 0 && Kind is not TreatmentKind.Accept)
            return new Refusal(
                $"What is to be done? For example: /risk treat {risk.Id} reduce Shorter lifetimes | by: developers");

        ActionItem? action = null;
        if (acts && before?.Action is null)
        {
            action = new ActionItem(
                number, $"{risk.Id}: {treatment.Recommendation}", treatment.Owner.Length > 0 ? [treatment.Owner] : [],
                turn.Actor, turn.Now, due, turn.CurrentMeeting() is { Running: true } meeting ? meeting.Number : null,
                turn.CurrentMeeting().CurrentItem, turn.Id);
            treatment = treatment with { Action = number };
        }
        var changed = (risk with { Treatment = treatment }).With(turn.Now, $"to be treated: {Kind}", turn.Actor.Name);
        return new Decision
        {
            Changes = [.. state.Change(changed), .. action is null ? [] : ActionRows.Add([action], state.Rows)],
            Timers = treatment.ReviewOn is { } review
                ? [ReviewRisk.At(
                    state.Assessment, risk,
                    turn.Group.TimeZone.AtStartOfDay(review).ToInstant() + Duration.FromHours(9), turn)]
                : [],
            Tell = $"{risk.Id}: {Said(treatment, action)}."
                + (action is null ? "" : $" It is action {action.LineOn(turn.Today)}.")
                + (Kind is TreatmentKind.Accept ? "" : $" What is left then: /risk open {risk.Id} residual until …"),
        };
    }

    // Whose it is and until when is said with the action that it has become.
    private static string Said(Treatment treatment, ActionItem? action) => RiskWords.Treatment(
        action is null ? treatment : treatment with { Owner = "", DueOn = null, Action = null });

    private (LocalDate Day, Refusal? Problem) DueOn(RiskScenario risk, RiskCriteria criteria, Turn turn)
    {
        if (Due is null) return (turn.Today + DueByLevel.Of(risk.Result?.Level(criteria), criteria, Kind), null);
        var reading = TimePhrases.Read(Due, turn.Now, turn.Group.TimeZone);
        return reading switch
        {
            { Kind: TimeReadingKind.Slot or TimeReadingKind.Date, Start: { } start } =>
                (start.InZone(turn.Group.TimeZone).Date, null),
            { Kind: TimeReadingKind.Range, End: { } end } => (end.InZone(turn.Group.TimeZone).Date.PlusDays(-1), null),
            _ => (default, new Refusal(
                $"I can't read \"{Phrases.Shorten(Due, 40)}\" as a day. For example: due: 1 October")),
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (id, text) = Take(input);
        if (id is null) return ParsedCommand.Wrong("Which risk? Its id.");
        var fields = RiskFields.Read(Parted(text), Names, bare: true);
        var head = fields.Head.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (head.Length == 0 || Kinds(head[0].TrimEnd(':')) is not { } kind)
            return ParsedCommand.Wrong("Reduce, avoid, transfer or accept? Then what is done.");
        string Of(params ReadOnlySpan<string> names)
        {
            foreach (var (name, value) in fields.Named) if (names.Contains(name)) return Phrases.Words(value);
            return "";
        }
        var what = head.Length > 1 ? Way().Replace(Phrases.Words(head[1]), "") : "";
        if (what.Length > Treatment.MostText || fields.Named.Any(field => field.Value.Length > Treatment.MostText))
            return ParsedCommand.Wrong($"Each part has up to {Treatment.MostText} characters.");
        return new TreatRisk(
            id, kind, what, Of("by", "for"), Of("owner"), Of("due", "review") is { Length: > 0 } due ? due : null);
    }

    // ", owner Luna, due Friday" is written as readily as "| owner: Luna | due: Friday".
    private static string Parted(string text) =>
        text.Contains('|') || text.Contains('\n') ? text : Part().Replace(text, " | ");

    private static TreatmentKind? Kinds(string word) => word.ToLowerInvariant() switch
    {
        "reduce" or "mitigate" or "modify" => TreatmentKind.Reduce,
        "avoid" => TreatmentKind.Avoid,
        "transfer" or "share" => TreatmentKind.Transfer,
        "accept" or "retain" => TreatmentKind.Accept,
        _ => null,
    };

    [GeneratedRegex(
        @"\s{0,3}[,;]\s{1,3}(?=(?:owner|due(?!\s{1,3}to\b)|review|(?:by|for)(?=\s?:)|by(?!\s{1,3}\w{1,30}ing\b))\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^by\s{1,3}(?=\w{1,30}ing\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Way();
}
