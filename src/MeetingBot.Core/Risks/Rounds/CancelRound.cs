using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>Calls a round off: its scores are shown to nobody, ever. Who runs the assessment may.</summary>
public sealed record CancelRound(OpenRound? Cancelled) : OneRound(Cancelled)
{
    public static CommandForm Form { get; } = new(
        "risk cancel", "[round]", "/risk cancel", "calls a round of scores off, unseen",
        input => ReadAlone(input, round => new CancelRound(round)));

    protected override Reads Beside(OpenRound round, Turn turn) =>
        Tables.Reads.OfKeys(RiskRows.Door(round.Assessment, round.Number));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, assessment) = (state.Round, state.Assessment);
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (!round.Open) return RiskRefusals.RoundOver(round);
        var ended = round with { Status = RoundStatus.Cancelled, EndedAt = turn.Now, Gone = default };
        return new Decision
        {
            Changes =
            [
                RiskRows.Put(ended, state.Rows),
                .. Standing.Close(RiskRows.Door(round.Assessment, round.Number), state.Rows),
                RiskRows.PutOpen(turn.OpenRounds().With(ended), turn),
            ],
            CancelledTimers = RiskTimers.Of(round),
            Tell = $"Round {round.Number} is called off. What was scored in it nobody will see.",
            Messages = [RoundCards.Changed(assessment, ended)],
        };
    }
}
