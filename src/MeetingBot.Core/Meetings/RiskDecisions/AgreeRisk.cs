using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;
using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.RiskDecisions;

/// <summary>
/// Settles what a risk was scored: by the rule, or by a resolution that overrides it with its reason and stands in the
/// minutes of the running meeting. Who runs the assessment may.
/// </summary>
/// <param name="Likelihood">Null for what the rule gives.</param>
public sealed partial record AgreeRisk(string Id, int? Likelihood, int? Impact, string Reason) : OneRisk(Id)
{
    private const int MostReason = 500;

    public static CommandForm Form { get; } = new(
        "risk agree", "<id> [likelihood impact because …]", "/risk agree TR-2 4 4 because of the incident in May",
        "settles a risk: as scored, or as resolved", Read);

    protected override Reads Beside(int assessment, Turn turn) =>
        base.Beside(assessment, turn).And(Tables.Reads.Of(MinuteRows.Of(turn.CurrentMeeting().Number)));

    public override Decision Decide(RiskScenario risk, AssessmentState state, Turn turn)
    {
        var (assessment, criteria) = (state.Assessment, state.Assessment.Criteria);
        if (!risk.Active) return new Refusal($"{risk.Id} is no risk any more.");
        if (risk.Result is not { } result) return RiskRefusals.NotRevealed(risk);
        if (Likelihood is null && result.Level(criteria) is null)
            return new Refusal($"The scores of {risk.Id} give no level, so that the rule settles nothing. Score it again, or agree "
                + $"on it in words: /risk agree {risk.Id} 3 4 because …");
        if (Likelihood is { } likelihood && !criteria.Likelihood.Has(likelihood))
            return OffScale("likelihood", criteria.Likelihood);
        if (Impact is { } impact && !criteria.Impact.Has(impact)) return OffScale("impact", criteria.Impact);

        var meeting = turn.CurrentMeeting();
        var settled = result with
        {
            Settled = true,
            Agreed = Likelihood is null ? null
                : new AgreedValue(Likelihood.Value, Impact!.Value, Reason, meeting.Running ? meeting.Number : null),
        };
        var words = Words(risk, settled, criteria);
        var changed = (risk with
        {
            Result = settled, Discussion = [.. risk.Discussion.Concat(Said(turn, state.Rows, risk)).TakeLast(MostSaid)],
        }).With(turn.Now, $"settled: {words}", turn.Actor.Name);
        return new Decision
        {
            Changes =
            [
                .. state.Change(changed),
                .. meeting.Running
                    ? [MinuteRows.Add(meeting.Number, new Minute(
                        turn.Id, MinuteKind.Resolution, words, turn.Actor, turn.Now, Item: meeting.CurrentItem))]
                    : (RowChange[])[],
            ],
            While = turn.WhileItRuns(),
            Tell = $"{words}.{(meeting.Running ? " It is in the minutes as a resolution." : "")} What is done about it: /risk treat "
                + $"{risk.Id} reduce … | by developers",
        };
    }

    private const int MostSaid = 40;

    private static string Words(RiskScenario risk, RiskResult result, RiskCriteria criteria) => string.Create(
        CultureInfo.InvariantCulture,
        $"{risk.Id} is likelihood {result.Likelihood(criteria)}, impact {result.Impact(criteria)}: ")
        + criteria.Matrix.Levels[result.Level(criteria)!.Value]
        + (result.Agreed is { } agreed ? $", against the scores, because {agreed.Reason}" : ", as scored");

    // What was said under its agenda item, without who: the minutes have that.
    private static IEnumerable<string> Said(Turn turn, RowSet rows, RiskScenario risk)
    {
        var meeting = turn.CurrentMeeting();
        return !meeting.Running || meeting.CurrentItem is not { } item
            || meeting.ItemTitle?.StartsWith(risk.Id + " ", StringComparison.Ordinal) is not true
                ? []
                : rows.In(MinuteRows.Of(meeting.Number)).Select(MinuteRows.Read)
                    .Where(line => line.Item == item && line.Kind is MinuteKind.Note or MinuteKind.Agreement)
                    .Select(line => Phrases.Shorten(Phrases.Words(line.Text), 300))
                    .Except(risk.Discussion);
    }

    private static Refusal OffScale(string what, Scale scale) => new(string.Create(
        CultureInfo.InvariantCulture, $"The {what} is a whole number from {scale.Lowest} to {scale.Highest}."));

    private static ParsedCommand Read(CommandInput input)
    {
        var (id, text) = Take(input);
        if (id is null) return ParsedCommand.Wrong("Which risk? Its id.");
        if (text.Length == 0) return new AgreeRisk(id, null, null, "");
        var match = Values().Match(text);
        if (!match.Success)
            return ParsedCommand.Wrong("What is agreed? Nothing for what was scored, or likelihood and impact with the reason.");
        var reason = Phrases.Words(match.Groups[3].Value);
        return reason.Length == 0
            ? ParsedCommand.Wrong("Against what was scored? Say why: \"because …\".")
            : reason.Length > MostReason ? ParsedCommand.Wrong($"The reason has up to {MostReason} characters.")
            : new AgreeRisk(
                id, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), reason);
    }

    [GeneratedRegex(@"^(?:is\s|as\s|on\s)?\s{0,3}(?:L(?:ikelihood)?\s{0,3}[=:]?\s{0,3})?([0-9]{1,2})\s{0,3}[,;/x]?\s{0,3}(?:(?:and\s)?I(?:mpact)?\s{0,3}[=:]?\s{0,3})?([0-9]{1,2})[\s,.:;–-]{0,5}(?:because\b|since\b|as\b|reason\b)?[\s:]{0,3}(.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Values();
}
