using System.Collections.Immutable;

namespace MeetingBot.Risks.Report;

/// <summary>A reference with what names it.</summary>
/// <param name="By">Ids of risks, assets and threats.</param>
public sealed record ReportReference(string Text, ImmutableArray<string> By)
{
    /// <summary>All of a document in order of the text; none twice.</summary>
    public static ImmutableArray<ReportReference> Of(AssessmentDocument document) =>
    [
        .. document.Risks.Where(risk => risk.Active).SelectMany(risk => risk.References.Select(text => (text, risk.Id)))
            .Concat(document.Assets.SelectMany(asset => asset.References.Select(text => (text, asset.Id))))
            .Concat(document.Threats.SelectMany(threat => threat.References.Select(text => (text, threat.Id))))
            .Where(named => named.text.Trim().Length > 0)
            .GroupBy(named => named.text.Trim(), named => named.Id)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new ReportReference(group.Key, [.. group.Distinct()])),
    ];
}
