using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What a reader in a hurry has to know: the top risks, a sentence each, and what to do first.</summary>
public sealed partial class ReportSummary
{
    // Ten of them have room on a page.
    private const int MostWords = 92;

    [Parameter, EditorRequired] public RiskReport Report { get; set; } = null!;
}
