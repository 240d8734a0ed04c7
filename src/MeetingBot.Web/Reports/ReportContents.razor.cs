using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What is where in the report.</summary>
public sealed partial class ReportContents
{
    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;
}
