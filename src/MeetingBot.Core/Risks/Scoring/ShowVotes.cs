using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Scoring;

/// <summary>
/// Tells who runs the assessment, alone, who scored what of a risk, once it is revealed: only where that was said on
/// every card before anybody scored.
/// </summary>
public sealed record ShowVotes(string Risk, int Round) : OneAssessment
{
    public static CommandForm Form { get; } = new(
        "risk votes", "<id> <round>", "/risk votes TR-2 1", "who scored what, where the assessment says so", Read)
    {
        Hidden = true,
    };

    protected override Reads Beside(int assessment, Turn turn) =>
        Tables.Reads.Of(RiskRows.ScoresOf(assessment, Round, Risk))
            .And(Tables.Reads.OfKeys(RiskRows.RoundKey(assessment, Round)));

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (state.Rounds.FirstOrDefault() is not { Status: RoundStatus.Revealed } round)
            return new Refusal("That round is not revealed.");
        if (!round.Named)
            return new Refusal($"Nobody sees who scored what in round {round.Number}: its cards said so.");
        var criteria = assessment.Criteria;
        var scores = state.Rows.In(RiskRows.ScoresOf(assessment.Number, Round, Risk)).Select(RiskRows.ReadScore)
            .OrderBy(score => score.Member.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (scores.Count == 0) return new Refusal($"Nobody scored {Risk} in round {Round}.");
        var lines = scores.Select(score => $"{Guest.Shown(score.Member)}: " + string.Join(", ", criteria.Dimensions
            .Where(score.Scores.ContainsKey)
            .Select(dimension => $"{ScoreFields.Name(dimension)} {ScoreFields.Write(score.Scores[dimension])}")));
        var text = $"{Risk} in round {round.Number}, for you alone (? don't know, - abstain):\n"
            + Phrases.Some([.. lines], "\n", 6_000);
        return turn.AnsweredInPlace
            ? new Decision
            {
                Tell = text, ShowCard = new Card($"Who scored what: {Risk}", [new CardText(text)]), Asks = true,
            }
            : new Decision { Messages = [turn.Say(text) with { Recipient = turn.Actor }] };
    }

    /// <summary>The button on a risk's card; anybody sees it, and who may is told.</summary>
    internal static CardButton Button(RiskScenario risk, Turn turn) => turn.Conversation.Button(
        "Who scored what", Form.Words, ("risk", risk.Id),
        ("round", risk.Result!.Round.ToString(CultureInfo.InvariantCulture)));

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Field("risk") is { Length: <= 24 } pressed && input.NumberField("round") is { } round)
            return new ShowVotes(pressed, round);
        var words = input.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && RiskId.Read(words[0]) is { } id && CommandInput.TypedNumber(words[^1]) is { } number
            ? new ShowVotes(id.ToString(), number)
            : ParsedCommand.Wrong("Of which risk, in which round? Such as TR-2 1.");
    }
}
