using MeetingBot.Risks.Report;
using MeetingBot.Web.Pages;

namespace MeetingBot.Web.Reports;

/// <summary>The report as one string of HTML that needs nothing else: to print, to keep, to pass on.</summary>
public sealed class ReportHtml(ComponentHtml html)
{
    public Task<string> WriteAsync(AssessmentDocument document) => html.RenderAsync<ReportPage>(
        (nameof(ReportPage.Report), RiskReport.Of(document)), (nameof(ReportPage.Place), null));
}
