using MeetingBot.Conversations;

namespace MeetingBot.Risks.Mappings;

/// <summary>Drops a mapping onto other scales; what is frozen keeps it. Who runs the assessment may.</summary>
public sealed record DropMapping(string Name) : OneAssessment
{
    public static CommandForm Form { get; } = new(
        "risk mapping drop", "<name>", "/risk mapping drop EGI", "drops a mapping onto other scales",
        input => input.Text.Length > 0
            ? new DropMapping(Phrases.Words(input.Text.Trim('"')))
            : ParsedCommand.Wrong("Which mapping? Its name."));

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        var all = assessment.Criteria.AllMappings;
        var left = all.RemoveAll(one => one.Name.Equals(Name, StringComparison.OrdinalIgnoreCase));
        if (left.Length == all.Length)
            return new Refusal(
                $"There is no mapping \"{Phrases.Shorten(Name, 40)}\""
                    + (all.IsEmpty ? "." : $"; there is {Phrases.Join([.. all.Select(one => one.Name)])}."));
        return new Decision
        {
            Changes = state.Change(assessment with { Criteria = assessment.Criteria with { Mappings = left } }),
            Tell = $"The mapping \"{Name}\" is dropped.",
        };
    }
}
