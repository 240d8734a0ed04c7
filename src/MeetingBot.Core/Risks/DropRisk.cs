using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>
/// Takes a risk scenario out, or back in. Its id is given to no other, and why is kept. Who runs the assessment may.
/// </summary>
public sealed record DropRisk(string Id, string Reason, bool Back = false) : OneRisk(Id)
{
    private const int MostReason = 300;

    public static CommandForm Form { get; } = new(
        "risk drop", "<id> [reason]", "/risk drop TR-7 not ours to assess", "takes a risk out; its id stays its own",
        input => Read(input, back: false))
    {
        Aliases = ["risk remove", "risk delete", "drop risk", "remove risk", "delete risk"],
    };

    public static CommandForm BackForm { get; } = new(
        "risk restore", "<id>", "/risk restore TR-7", "takes a dropped risk back in", input => Read(input, back: true));

    public override Decision Decide(RiskScenario risk, AssessmentState state, Turn turn)
    {
        if (Back ? risk.State is not RiskState.Dropped : !risk.Active)
            return risk.Active ? new Refusal($"{risk.Id} is in already.") : RiskRefusals.NotActive(risk);
        var why = Reason.Length > 0 ? $": {Reason}" : "";
        var changed = (risk with { State = Back ? RiskState.Active : RiskState.Dropped })
            .With(turn.Now, $"{(Back ? "taken back in" : "dropped")}{why}", turn.Actor.Name);
        return new Decision
        {
            Changes = state.Change(changed),
            Tell = Back ? $"{risk.Id} is back." : $"{risk.Id} is dropped. To take it back: /risk restore {risk.Id}",
        };
    }

    private static ParsedCommand Read(CommandInput input, bool back)
    {
        var (id, reason) = Take(input);
        return id is null || MayBeNumber(input, id) ? ParsedCommand.Wrong("Which risk? Its id.")
            : reason.Length > MostReason ? ParsedCommand.Wrong($"The reason has up to {MostReason} characters.")
            : new DropRisk(id, Phrases.Words(reason), back);
    }
}
