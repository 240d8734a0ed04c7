using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Criteria;

/// <summary>
/// Takes a group's own scales and matrix, while nothing has been scored by others. Who runs the assessment may.
/// </summary>
public sealed record ImportCriteria(RiskCriteria Criteria) : OneAssessment
{
    private const int MostTyped = 8_000;

    public static CommandForm Form { get; } = new(
        "risk criteria import", "<name, likelihood, impact, levels, matrix, high: a line each>",
        "/risk criteria import Ours\nlikelihood: rare; yearly; monthly\nimpact: small; large\nlevels: Low; High\n"
            + "matrix: Low Low / Low High / High High\nhigh: High",
        "takes your own scales and matrix", Read)
    {
        TakesLines = true,
        Aliases = ["risk scale import", "risk scales import", "risk matrix import"],
    };

    protected override Reads Beside(int assessment, Turn turn) => Tables.Reads.Of(RiskRows.RoundsOf(assessment));

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (ChooseCriteria.IsScored(state)) return RiskRefusals.CriteriaStay(assessment);
        var changed = assessment with { Criteria = Criteria with { ByNeed = assessment.Criteria.ByNeed } };
        return new Decision
        {
            Changes = state.Change(changed),
            Tell = ChooseCriteria.Words(changed) + ChooseCriteria.Lost(assessment, changed)
                + (Criteria.Matrix.IsGradual
                    ? ""
                    : "\nOne step in the matrix leads from its lowest levels to its highest: look at it again."),
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Length > MostTyped) return ParsedCommand.Wrong($"That is longer than {MostTyped} characters.");
        var (criteria, problem) = CriteriaText.Read(input.Text);
        return criteria is null ? ParsedCommand.Wrong(problem!) : new ImportCriteria(criteria);
    }
}
