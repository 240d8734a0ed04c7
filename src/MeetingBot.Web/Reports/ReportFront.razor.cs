using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What it is, how far it may go, who wrote it, and in short what it is about.</summary>
public sealed partial class ReportFront
{
    // The summary is to be on the same page of paper.
    private const int MostScope = 260;

    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;

    private AssessmentDocument Document => Report.Document;

    private bool IsCut => Document.ScopeIn.Length > MostScope || Document.ScopeOut.Length > MostScope;
}
