using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Mappings;

/// <summary>
/// Takes a table between the assessment's scales and others, in place of one of the same name. It changes no result,
/// and what is frozen keeps its own. Who runs the assessment may.
/// </summary>
public sealed record ImportMapping(string Typed) : OneAssessment
{
    private const int MostTyped = 4_000;

    public static CommandForm Form { get; } = new(
        "risk mapping import", "<name, likelihood, impact: a line each>",
        "/risk mapping import EGI\nto: egi\nlikelihood: 1=1; 2=1; 3=2; 4=3; 5=4\nimpact: 1=1; 2=2; 3=3; 4=3; 5=4",
        "says what your values are on other scales", Read)
    {
        TakesLines = true,
        Aliases = ["risk mapping", "risk map scales"],
    };

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        var all = assessment.Criteria.AllMappings;
        if (Typed.Length == 0) return Show(assessment);
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        var (mapping, problem) = MappingText.Read(Typed, assessment.Criteria);
        if (mapping is null) return new Refusal($"{problem} For example: {Form.Example}");
        var others = all.RemoveAll(one => one.Name.Equals(mapping.Name, StringComparison.OrdinalIgnoreCase));
        if (others.Length >= ScaleMapping.Most)
            return new Refusal($"Up to {ScaleMapping.Most} mappings are kept. To drop one: /risk mapping drop "
                + $"{all[0].Name}");
        var changed = assessment with { Criteria = assessment.Criteria with { Mappings = others.Add(mapping) } };
        return new Decision
        {
            Changes = state.Change(changed),
            Tell = $"{Words(mapping, assessment.Criteria)}\nThe report shows it beside each level. No result changes.",
        };
    }

    private static Decision Show(Assessment assessment) => Decision.Says(assessment.Criteria.AllMappings.IsEmpty
        ? $"{assessment.Name} is mapped onto no other scales. For example: {Form.Example}"
        : string.Join('\n', assessment.Criteria.AllMappings.Select(mapping => Words(mapping, assessment.Criteria))));

    private static string Words(ScaleMapping mapping, RiskCriteria criteria) => string.Join('\n',
        new[]
        {
            $"{criteria.Name} → {mapping.Name}, by table:",
            Line("Likelihood", mapping.Rows(ofLikelihood: true, criteria.Likelihood)),
            Line("Impact", mapping.Rows(ofLikelihood: false, criteria.Impact)),
        }.Where(line => line.Length > 0));

    private static string Line(string name, IEnumerable<string[]> rows) =>
        rows.Reverse().Select(row => $"{row[0]} → {row[1]}").ToList() is { Count: > 0 } pairs
            ? $"{name}: {string.Join("; ", pairs)}"
            : "";

    private static ParsedCommand Read(CommandInput input) => input.Text.Length > MostTyped
        ? ParsedCommand.Wrong($"That is longer than {MostTyped} characters.")
        : new ImportMapping(input.Text);
}
