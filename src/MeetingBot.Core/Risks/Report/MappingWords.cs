using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report;

/// <summary>The tables between an assessment's scales and others, as the report prints them.</summary>
public static class MappingWords
{
    /// <summary>One for each scale that is mapped.</summary>
    public static IEnumerable<(string Title, string[] Heads, IEnumerable<string[]> Rows)> Tables(
        RiskCriteria criteria) =>
        from mapping in criteria.AllMappings
        from one in new[]
        {
            (Name: "Likelihood", Rows: mapping.Rows(ofLikelihood: true, criteria.Likelihood)),
            (Name: "Impact", Rows: mapping.Rows(ofLikelihood: false, criteria.Impact)),
        }
        where one.Rows.Any()
        select ($"{one.Name} on {mapping.Name}", new[] { criteria.Name, mapping.Name }, one.Rows);
}
