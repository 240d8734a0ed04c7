using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;

namespace MeetingBot.Risks.Rounds;

/// <summary>Gives a round another deadline. Who runs the assessment may.</summary>
public sealed record ExtendRound(OpenRound? Extended, string Until) : OneRound(Extended)
{
    public static CommandForm Form { get; } = new(
        "risk extend", "[round] <until>", "/risk extend Monday noon", "gives a round of scores another deadline", Read);

    public override Decision Decide(RoundState state, Turn turn)
    {
        var (round, assessment) = (state.Round, state.Assessment);
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (!round.Open) return RiskRefusals.RoundOver(round);
        var deadline = Deadline.Read(Until, turn, round.ClosesAt);
        if (deadline.Problem is { } late) return late;
        var extended = round with { ClosesAt = deadline.At };
        return new Decision
        {
            Changes = [RiskRows.Put(extended, state.Rows)],
            Timers = RiskTimers.Closing(extended, turn),
            Tell = $"Round {round.Number} is open until "
                + $"{Moments.Deadline(deadline.At!.Value, turn.Group.Zone, turn.Now)}.",
            Messages = [RoundCards.Changed(assessment, extended)],
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var words = input.Text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var named = words is ["round", _, _] && CommandInput.TypedNumber(words[1]) is { } number
            ? new OpenRound(0, number)
            : null;
        var until = named is null ? input.Text : words[2];
        return until.Length == 0 ? ParsedCommand.Wrong("Until when?") : new ExtendRound(named, until);
    }
}
