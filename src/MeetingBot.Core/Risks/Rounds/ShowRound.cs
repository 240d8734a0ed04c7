using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>Shows an open round again, as all may see it: who has answered, and how far.</summary>
public sealed record ShowRound(OpenRound? Shown) : OneRound(Shown)
{
    public static CommandForm Form { get; } = new(
        "risk status", "[round]", "/risk status", "shows who has scored, and how far",
        input => ReadAlone(input, round => new ShowRound(round)))
    {
        Aliases = ["risk progress", "risk rounds", "risk who"],
    };

    // Progress alone is read of an open round: what nobody may see is not even in memory.
    protected override Reads Beside(OpenRound round, Turn turn) =>
        Tables.Reads.Of(RiskRows.ProgressOf(round.Assessment, round.Number), GroupRows.Members);

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (assessment, round, asked) = (state.Assessment, state.Round, state.Asked());
        if (!round.Open) return RiskRefusals.RoundOver(round);
        return turn.AnsweredInPlace
            ? new Decision { ShowCard = RoundCards.Shared(assessment, round, [.. state.Progress], asked, turn) }
            : new Decision { Messages = [RoundCards.Posted(assessment, round, [.. state.Progress], asked, turn)] };
    }
}
