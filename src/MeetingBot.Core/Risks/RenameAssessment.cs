using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>Gives an assessment another title. Who runs it may; what is frozen keeps the one it had.</summary>
public sealed record RenameAssessment(string Title) : OneAssessment
{
    public static CommandForm Form { get; } = new(
        "risk rename", "<title>", "/risk rename \"Tokens in EGI\"", "gives the assessment another title",
        input => NewAssessment.ReadTitle(input, title => new RenameAssessment(title)))
    {
        Aliases = ["risk title"],
    };

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        var renamed = assessment with { Title = Title };
        return new Decision
        {
            Changes = state.Change(renamed), Tell = $"{assessment.Name} is called {renamed.Name} now.",
        };
    }
}
