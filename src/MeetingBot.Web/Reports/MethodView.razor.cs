using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>How it was done: rules, scales, matrix, rounds.</summary>
public sealed partial class MethodView
{
    private static readonly string[] ScaleHeads = ["Value", "Means"];

    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;

    private RiskCriteria Criteria => Report.Criteria;

    private static IEnumerable<string[]> Anchors(Scale scale) => scale.Values.Reverse().Select(value => new[]
    {
        LevelWords.Number(value), scale.Anchor(value) ?? "–",
    });
}
