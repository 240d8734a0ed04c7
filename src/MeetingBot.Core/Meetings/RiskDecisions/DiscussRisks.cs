using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Statistics;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.RiskDecisions;

/// <summary>
/// Puts the risks that have to be talked about on the agenda of the next meeting, or of the running one: first those on
/// which members are split, then those that too many do not know, then the others that are open.
/// </summary>
/// <param name="Risks">As typed; empty for all that are open.</param>
public sealed record DiscussRisks(string Risks, Duration Timebox) : OneAssessment
{
    private const int MostAtOnce = 20;
    private static readonly Duration Usual = Duration.FromMinutes(10);

    public static CommandForm Form { get; } = new(
        "risk discuss", "[risks] [timebox]", "/risk discuss 10m", "puts split and unknown risks on the agenda", Read);

    protected override Reads Beside(int assessment, Turn turn) => AllRisks(assessment).And(AgendaState.Names(turn));

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        var (meant, problem) = RiskList.Read(Risks, state);
        if (problem is not null) return problem;
        var named = Risks.Length > 0;
        var open = meant.Where(risk => risk.Result is not null && (named || !risk.Result.Settled))
            .OrderBy(risk => Urgency(risk.Result!.Agreement(assessment.Criteria)))
            .ThenByDescending(risk => risk.Result!.Level(assessment.Criteria) ?? int.MaxValue)
            .ThenBy(risk => RiskId.Read(risk.Id)).ToList();
        if (open.Count == 0)
            return new Refusal(meant.All(risk => risk.Result is null)
                ? "No risk has revealed scores yet. Score them first: /risk open until Friday 18:00"
                : "Members agree on all risks that were scored; there is none to talk about. To put one on all the same: "
                    + "/risk discuss TR-1");
        var agenda = AgendaState.From(turn, state.Rows);
        var fresh = open.Where(risk => agenda.Items.All(item => item.Subject != Subject(assessment, risk)))
            .Take(MostAtOnce).ToList();
        if (fresh.Count == 0) return new Refusal("They are on the agenda already: /agenda");
        if (agenda.Items.Length + fresh.Count > AgendaState.MostItems) return AgendaRefusals.Full;

        var added = fresh.Select((risk, index) => new AgendaItem(
            agenda.FreeNumber + index, Title(risk, assessment.Criteria), agenda.LastPosition + index, turn.Actor, Timebox)
            { Subject = Subject(assessment, risk) }).ToList();
        var after = added.Aggregate(agenda, (items, item) => items.With(item));
        var where = agenda.Meeting.Running ? "On the agenda" : "On the next agenda";
        var left = open.Count - fresh.Count;
        return new Decision
        {
            Changes = [.. added.Select(agenda.Add)],
            While = turn.WhileItRuns(),
            Tell = $"{where}: {Phrases.Join([.. added.Select(item => item.Line)])}. Each is shown with its scores when it is "
                + $"taken up. {(left > 0 && fresh.Count == MostAtOnce ? $"{left} more wait: /risk discuss" : "")}".TrimEnd(),
            Messages = [AgendaCards.Live(after, turn)],
        };
    }

    /// <summary>What an agenda item about a risk is about.</summary>
    private static string Subject(Assessment assessment, RiskScenario risk) =>
        FormattableString.Invariant($"risk {assessment.Number} {risk.Id} {risk.Result!.Round}");

    private static int Urgency(Agreement agreement) => agreement switch
    {
        Agreement.Split => 0,
        Agreement.KnowledgeGap => 1,
        Agreement.Discuss => 2,
        Agreement.Insufficient => 3,
        _ => 4,
    };

    private static string Title(RiskScenario risk, RiskCriteria criteria)
    {
        var why = risk.Result!.Dimensions
            .Where(result => result.Summary(criteria).Agreement is not Agreement.Agreed)
            .Select(result => $"{result.Dimension.ToString().ToLowerInvariant()} {result.Summary(criteria).Agreement.Code()}")
            .ToList();
        return Phrases.Shorten($"{risk.Id} {risk.Title}", 200) + (why.Count == 0 ? "" : $": {string.Join(", ", why)}");
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var words = input.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && Lengths.Parse(words[^1]) is { } length)
            return length < AgendaItem.LeastTimebox || length > AgendaItem.MostTimebox
                ? ParsedCommand.Wrong("A timebox is between 1 minute and 12 hours.")
                : new DiscussRisks(string.Join(' ', words[..^1]), length);
        return new DiscussRisks(input.Text, Usual);
    }
}
