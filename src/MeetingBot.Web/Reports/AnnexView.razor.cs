using MeetingBot.Risks;
using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>Assets, threats, words and references.</summary>
public sealed partial class AnnexView
{
    private static readonly string[] AssetHeads = ["Id", "Asset", "Kind", "Owner", "C", "I", "A", "Description"];
    private static readonly string[] ThreatHeads = ["Id", "Threat", "STRIDE", "Description"];

    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;

    private IEnumerable<string[]> AssetRows => Report.Document.Assets.Select(asset => new[]
    {
        asset.Id, asset.Name, asset.Kind.ToString(), asset.Owner, LevelWords.Number(asset.Confidentiality),
        LevelWords.Number(asset.Integrity), LevelWords.Number(asset.Availability), asset.Description,
    });

    private IEnumerable<string[]> ThreatRows => Report.Document.Threats.Select(threat => new[]
    {
        threat.Id, threat.Name, threat.Stride?.Words() ?? "–", threat.Description,
    });
}
