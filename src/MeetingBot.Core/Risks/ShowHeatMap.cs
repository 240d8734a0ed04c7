using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Shows which risks stand where, likelihood by impact: every cell with its level in words.</summary>
/// <param name="Residual">What is left once they are treated.</param>
public sealed record ShowHeatMap(bool Residual) : OneAssessment
{
    private const int MostInCell = 12;

    public static CommandForm Form { get; } = new(
        "risk map", "[residual]", "/risk map", "shows the heat map, today or of what is left",
        input => input.Text.ToLowerInvariant() switch
        {
            "" => new ShowHeatMap(input.Field("residual") is not null),
            "residual" or "of residual" => new ShowHeatMap(Residual: true),
            _ => ParsedCommand.Wrong("\"risk map\" stands alone, or with \"residual\"."),
        })
    {
        Aliases = ["heat map", "risk heat map", "risk heatmap"],
    };

    protected override Reads Beside(int assessment, Turn turn) => AllRisks(assessment);

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var (assessment, criteria) = (state.Assessment, state.Assessment.Criteria);
        var placed = state.Active.Select(risk => (risk.Id, Result: Residual ? risk.Residual : risk.Result))
            .Where(risk => risk.Result?.Level(criteria) is not null)
            .ToLookup(risk => (risk.Result!.Likelihood(criteria)!.Value, risk.Result.Impact(criteria)!.Value),
                risk => risk.Id);
        if (placed.Count == 0)
            return new Refusal(Residual
                ? "Of no risk was scored what is left. For that: /risk open TR-1 residual until Friday 18:00"
                : "No risk has a level yet. Score them: /risk open until Friday 18:00");
        var without = state.Active.Select(risk => risk.Id).Except(placed.SelectMany(cell => cell)).ToList();
        var body = new List<CardElement>
        {
            new CardText($"{assessment.Tlp.Label()} · {criteria.Matrix.Name} · likelihood upwards, impact to the "
                + "right", TextTone.Subtle),
            new CardTable(
                ["Likelihood", .. criteria.Impact.Values.Select(Number)],
                [.. criteria.Likelihood.Values.Reverse().Select(likelihood => Row(likelihood, placed, criteria))]),
        };
        if (without.Count > 0)
            body.Add(new CardText($"Without a level: {Phrases.Some(without, ", ", 400)}", TextTone.Subtle));
        var card = new Card($"Heat map of {assessment.Name}{(Residual ? ", once treated" : "")}", [.. body]);
        return new Decision { Tell = turn.AnsweredInPlace ? card.Title : null, ShowCard = card };
    }

    private static ImmutableArray<string> Row(
        int likelihood, ILookup<(int Likelihood, int Impact), string> placed, RiskCriteria criteria) =>
    [
        Number(likelihood),
        .. criteria.Impact.Values.Select(impact =>
        {
            var risks = placed[(likelihood, impact)].ToList();
            var level = criteria.Matrix.Level(likelihood, impact);
            var more = risks.Count > MostInCell ? $" and {risks.Count - MostInCell} more" : "";
            return risks.Count == 0 ? level : $"{level}: {string.Join(", ", risks.Take(MostInCell))}{more}";
        }),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
