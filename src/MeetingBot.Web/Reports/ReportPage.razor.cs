using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>A risk report as a page, to read, to link into and to print.</summary>
public sealed partial class ReportPage
{
    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;

    /// <summary>Where its other forms are; null for a page that stands alone.</summary>
    [Parameter] public ReportPlace? Place { get; set; }
}
