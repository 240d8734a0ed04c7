using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Adds a risk scenario. Anyone may.</summary>
public sealed record AddRisk : OneAssessment
{
    private readonly RiskFields _fields;

    private AddRisk(RiskFields fields) => _fields = fields;

    public static CommandForm Form { get; } = new(
        "risk add", "<title> | asset: … | threat: … | mitigation: … | description: …",
        "/risk add Stolen token is replayed | asset: tokens | mitigation: short lifetimes", "adds a risk scenario",
        Read)
    {
        TakesLines = true,
        KeepsText = true,
        IsPlain = _ => true,
        Aliases = ["add risk"],
    };

    protected override Reads Beside(int assessment, Turn turn) => AllRisks(assessment);

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (state.Risks.Length >= Assessment.MostRisks) return RiskRefusals.TooManyRisks;
        var id = new RiskId(assessment.NextRisk);
        var (risk, problem) = ScenarioText.Apply(
            new RiskScenario(id.ToString(), Phrases.Words(_fields.Head), assessment.Generation), _fields);
        if (problem is not null) return problem;
        if (state.Active.FirstOrDefault(other => Phrases.SameWords(other.Title, risk.Title)) is { } same)
            return new Refusal($"{same.Id} is called so already. To change it: /risk edit {same.Id} description: …");
        risk = risk.With(turn.Now, "added", turn.Actor.Name);
        return new Decision
        {
            Changes = state.Change(assessment with { NextRisk = assessment.NextRisk + 1 }, risk),
            Tell = $"{risk.Id}: {risk.Title}. What stands against it, and the rest: /risk edit {risk.Id} mitigation: …",
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var fields = RiskFields.Read(input.Text, ScenarioText.Names);
        return input.MayBeTalk && fields.Named.IsEmpty && Prose.GoesOn(input.Text)
            ? ParsedCommand.Wrong("What is the risk called?")
            : new AddRisk(fields);
    }
}
