using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>Changes what is written of a risk scenario. Anyone may.</summary>
public sealed record EditRisk : OneRisk
{
    private readonly RiskFields _fields;

    private EditRisk(string id, RiskFields fields) : base(id) => _fields = fields;

    protected override bool RunnersOnly => false;

    public static CommandForm Form { get; } = new(
        "risk edit", "<id> <part>: … | <part>: …", "/risk edit TR-3 mitigation: short lifetimes | workflow: batch",
        "changes what is written of a risk", Read)
    {
        TakesLines = true,
        KeepsText = true,
        IsPlain = _ => true,
        Aliases = ["edit risk"],
    };

    public override Decision Decide(RiskScenario risk, AssessmentState state, Turn turn)
    {
        if (!risk.Active) return RiskRefusals.NotActive(risk);
        var (changed, problem) = ScenarioText.Apply(risk, _fields);
        if (problem is not null) return problem;
        var parts = Phrases.Join([.. _fields.Named.Select(field => field.Name).Distinct()]);
        return new Decision
        {
            Changes = state.Change(changed.With(turn.Now, $"{parts} changed", turn.Actor.Name)),
            Tell = $"{risk.Id}: {parts} changed.",
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (id, text) = Take(input);
        if (id is null) return ParsedCommand.Wrong("Which risk? Its id, then what changes.");
        var fields = RiskFields.Read(text, ScenarioText.Names, bare: true);
        return fields.Named.IsEmpty
            ? ParsedCommand.Wrong($"{Unknown(fields.Head)} There are {Phrases.Join(ScenarioText.Names)}.")
            : new EditRisk(id, fields);
    }

    // "owner: Luna" is an asset's, or an action's.
    private static string Unknown(string typed)
    {
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 30
            ? $"\"{Phrases.Words(typed[..colon])}\" is no part of a risk."
            : "What changes?";
    }
}
