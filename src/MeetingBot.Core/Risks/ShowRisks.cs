using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>
/// Shows the assessment that is worked on with its risks, the highest first; or one risk with how its scores fell.
/// </summary>
/// <param name="Id">Null for all.</param>
public sealed record ShowRisks(string? Id, int Page = 0) : OneAssessment
{
    private const int MostOnPage = 25;

    public static CommandForm Form { get; } = new(
        "risks", "[risk]", "/risks", "shows the risks, the highest first, or one of them", Read)
    {
        Aliases =
        [
            "risk", "risk show", "risk list", "risk register", "show risks", "risks all", "risk results", "risk result",
            "risk ranking",
        ],
    };

    protected override Reads Beside(int assessment, Turn turn) => AllRisks(assessment);

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        if (Id is not null) return One(state, turn);
        var (assessment, criteria) = (state.Assessment, state.Assessment.Criteria);
        var ranked = RiskWords.Ranked(state.Active, criteria);
        if (ranked.IsEmpty) return RiskRefusals.NoRisks;
        var shown = ranked.Skip(Page * MostOnPage).Take(MostOnPage).ToList();
        var body = new List<CardElement>
        {
            new CardText($"{assessment.Tlp.Label()} · {Phrases.Count(ranked.Length, "risk")} · {criteria.Name}",
                TextTone.Subtle),
            new CardTable(["Risk", "Level", "Scores"], [.. shown.Select(risk => Row(risk, criteria))]),
        };
        if (ranked.Length > (Page + 1) * MostOnPage)
            body.Add(new CardButtons([turn.Conversation.Button(
                "More", Form.Words, ("page", (Page + 1).ToString(CultureInfo.InvariantCulture)))]));
        body.Add(new CardText("One of them: /risks TR-1. Score them: /risk open until Friday 18:00", TextTone.Subtle));
        var card = new Card($"Risks of {assessment.Name}", [.. body]);
        return new Decision { Tell = turn.AnsweredInPlace ? card.Title : null, ShowCard = card };
    }

    private Decision One(AssessmentState state, Turn turn)
    {
        if (RiskId.Read(Id!) is not { } id || state.Find(id) is not { } risk) return RiskRefusals.NoSuchRisk(Id!);
        var card = RiskCards.Of(state.Assessment, risk, [], turn);
        // What members wrote is read as it is sent: which round it is of, only the risk tells.
        return turn.AnsweredInPlace
            ? new Decision { Tell = card.Title, ShowCard = card }
            : new Decision
            {
                Messages = [new Outgoing(
                    turn.Conversation, card.Title, Card: card, Slot: RiskViews.Slot(state.Assessment.Number, risk.Id),
                    Fresh: true)],
            };
    }

    private static ImmutableArray<string> Row(RiskScenario risk, RiskCriteria criteria) =>
    [
        $"{risk.Id} {Phrases.Shorten(risk.Title, 60)}",
        risk.Result is { } result ? RiskWords.Level(result, criteria) : "not scored",
        risk.Result is { } scored ? RiskWords.Values(scored, criteria) : "",
    ];

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.NumberField("page") is { } page) return new ShowRisks(null, Math.Clamp(page, 0, 100));
        if (input.Field("risk") is { } pressed) return new ShowRisks(pressed);
        return input.Text.Length == 0 ? new ShowRisks((string?)null)
            : RiskId.Read(input.Text) is not null ? new ShowRisks(input.Text)
            : ParsedCommand.Wrong("Which risk? Its id, such as TR-3, or nothing for all.");
    }
}
