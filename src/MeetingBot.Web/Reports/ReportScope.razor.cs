using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>What was looked at and what was not, in full.</summary>
public sealed partial class ReportScope
{
    [Parameter, EditorRequired] public AssessmentDocument Document { get; set; } = null!;
}
