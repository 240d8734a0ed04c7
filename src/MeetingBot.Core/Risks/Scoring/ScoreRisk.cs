using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Scoring;

/// <summary>
/// Records one member's scores of one risk, in place of those before, and shows the next. It reads nobody else's
/// scores, and of their own those of two risks: it costs the same however many there are.
/// </summary>
/// <param name="Risk">The risk that was scored.</param>
/// <param name="Next">The one that is shown then; itself where nothing else is open.</param>
public sealed record ScoreRisk(
    OpenRound Scored, string Risk, string Next, ImmutableDictionary<string, string> Fields) : OneRound(Scored)
{
    /// <summary>Only a card's button says it.</summary>
    public static CommandForm Form { get; } = new(
        "risk score", "", "/risk card", "records your scores of one risk", Read) { Hidden = true, FromAfar = true };

    protected override Reads Beside(OpenRound round, Turn turn) =>
        ShowScoreCard.Needs(round, Risk, turn).And(ShowScoreCard.Reader(round, turn))
            .And(Next == Risk ? Tables.Reads.None : ShowScoreCard.Needs(round, Next, turn));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, criteria) = (state.Round, state.Assessment.Criteria);
        if (ShowScoreCard.Refuse(state, turn) is { } no) return no;
        var place = round.PlaceOf(Risk);
        if (place < 0) return RiskRefusals.NoSuchRisk(Risk);
        var before = state.ScoreOf(Risk, turn.Actor);
        if (ScoreFields.Read(Fields, criteria, before) is not { } scores)
            return new Refusal("That is no score on the scale; nothing was recorded. Choose one of the values shown.");
        if (scores.IsEmpty)
            return new Refusal("No score was chosen, so nothing was recorded. Choose a value, or don't know.");
        var rationale = Fields.GetValueOrDefault(ScoreFields.Rationale, before?.Rationale ?? "").Trim();
        if (rationale.Length > RiskScore.MostRationale)
            return new Refusal($"The reason has {rationale.Length} characters; {RiskScore.MostRationale} fit. Nothing "
                + "was recorded.");

        var score = new RiskScore(
            turn.Actor, turn.Now, scores, state.Assessment.CommunityOf(turn.Actor.Key)?.Name ?? "",
            Fields.GetValueOrDefault(ScoreFields.Confidence) is var sure && sure == ScoreFields.NotSaid ? 0
                : int.TryParse(sure, out var confidence) && confidence is >= 1 and <= 3 ? confidence
                : before?.Confidence ?? 0,
            rationale);
        var was = state.ProgressOf(turn.Actor);
        var progress = score.IsComplete(criteria) ? was.With(place, round.Risks.Length) : was;
        var receipt = ScoreCards.Receipt(Risk, score, criteria, turn);
        var shown = Next == Risk || !score.IsComplete(criteria) || round.PlaceOf(Next) < 0 ? Risk : Next;
        var card = ScoreCards.Of(
            state, round.PlaceOf(shown), progress, shown == Risk ? score : state.ScoreOf(shown, turn.Actor), turn,
            receipt);
        return new Decision
        {
            Changes =
            [
                RiskRows.Cast(round, Risk, score),
                .. progress == was ? (RowChange[])[] : [RiskRows.Put(round, progress, state.Rows)],
                .. state.Guests.Holds(state.Rows, turn),
            ],
            While = state.WhileOpen,
            Tell = turn.AnsweredInPlace ? receipt : null,
            ShowCard = turn.AnsweredInPlace ? card : null,
            Messages =
            [
                // Where nothing is answered in place, it is said to them alone: the conversation is everybody's.
                .. turn.AnsweredInPlace ? (Outgoing[])[] : [ScoreCards.Sent(round, card, turn.Actor)],
                .. progress == was ? (Outgoing[])[] : [RoundCards.Changed(state.Assessment, round)],
            ],
        };
    }

    private static ParsedCommand Read(CommandInput input) =>
        Pressed(input) is { } round && input.Field("risk") is { Length: <= 24 } risk
            ? new ScoreRisk(round, risk, input.Field("next") is { Length: <= 24 } next ? next : risk, input.Fields)
            : ParsedCommand.Wrong("Scores are given on your card. To get it: /risk card");
}
