using System.Collections.Immutable;
using System.Globalization;

namespace MeetingBot.Risks.Report;

/// <summary>
/// The risks of a document as its tables have them: those that are ones still, worst first.
/// </summary>
internal static class ExportedRisks
{
    public static ImmutableArray<RiskScenario> Of(AssessmentDocument document) =>
        RiskWords.Ranked(document.Risks.Where(risk => risk.Active), document.Criteria);

    /// <summary>Names in place of ids, one a line; what is in no catalogue stays as it is written.</summary>
    public static string AssetNames(AssessmentDocument document, RiskScenario risk) => string.Join(
        '\n', risk.Assets.Select(id => document.Assets.FirstOrDefault(asset => asset.Id == id)?.Name ?? id));

    /// <summary>As <see cref="AssetNames"/>.</summary>
    public static string ThreatNames(AssessmentDocument document, RiskScenario risk) => string.Join(
        '\n', risk.Threats.Select(id => document.Threats.FirstOrDefault(threat => threat.Id == id)?.Name ?? id));

    public static string Likelihood(AssessmentDocument document, RiskResult? result) =>
        Number(result?.Likelihood(document.Criteria));

    public static string Impact(AssessmentDocument document, RiskResult? result) =>
        Number(result?.Impact(document.Criteria));

    /// <summary>The level in the words of the matrix; empty for none.</summary>
    public static string Level(AssessmentDocument document, RiskResult? result) =>
        result?.Level(document.Criteria) is { } level ? document.Criteria.Matrix.Levels[level] : "";

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
