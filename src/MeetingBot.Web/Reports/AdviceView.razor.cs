using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What has to be done, by who has to do it, and what is accepted.</summary>
public sealed partial class AdviceView
{
    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;

    private static string Until(RiskEntry entry) => entry.Risk.Treatment?.ReviewOn is { } review
        ? $", to be looked at again on {ReportFacts.Date(review)}"
        : "";
}
