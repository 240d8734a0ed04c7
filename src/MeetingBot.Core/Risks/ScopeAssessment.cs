using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>Says what an assessment looks at and what not, and the workflows in it. Who runs it may.</summary>
public sealed record ScopeAssessment(string? In, string? Out, string? Workflows) : OneAssessment
{
    private static readonly string[] Names = ["in", "out", "workflow"];

    public static CommandForm Form { get; } = new(
        "risk scope", "in: … | out: … | workflows: …", "/risk scope in: token workflows | out: site firewalls",
        "says what is assessed and what not", Read)
    {
        TakesLines = true,
        KeepsText = true,
        IsPlain = _ => true,
    };

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (In is null && Out is null && Workflows is null) return Decision.Says(Words(assessment));
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        var scoped = assessment with
        {
            ScopeIn = In ?? assessment.ScopeIn,
            ScopeOut = Out ?? assessment.ScopeOut,
            Workflows = Workflows is null ? assessment.Workflows : RiskFields.List(Workflows),
        };
        return new Decision { Changes = state.Change(scoped), Tell = Words(scoped) };
    }

    private static string Words(Assessment assessment)
    {
        var workflows = assessment.Workflows.IsEmpty ? "" : $"\nWorkflows: {Phrases.Join(assessment.Workflows)}";
        return $"Scope of {assessment.Name}\nIn: {Or(assessment.ScopeIn)}\nOut: {Or(assessment.ScopeOut)}{workflows}";
    }

    private static string Or(string text) => text.Length == 0 ? "not said yet" : text;

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Length > Assessment.MostScope)
            return ParsedCommand.Wrong($"That has {input.Text.Length} characters; {Assessment.MostScope} fit.");
        var fields = RiskFields.Read(input.Text, Names);
        string? Of(string name) => fields.Named.LastOrDefault(field => field.Name == name).Value;
        if (fields.Head.Length > 0 && input.MayBeTalk)
            return ParsedCommand.Wrong("What is in the scope, and what out?");
        return new ScopeAssessment(
            Of("in") ?? (fields.Head.Length > 0 ? fields.Head : null), Of("out"), Of("workflow"));
    }
}
