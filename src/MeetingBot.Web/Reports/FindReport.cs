using MeetingBot.Risks.Report;

namespace MeetingBot.Web.Reports;

/// <summary>
/// The version of an assessment that the link's token leads to, or null. The token comes from outside: at most 200 of
/// <c>A-Z a-z 0-9 - _</c>
/// </summary>
public delegate ValueTask<AssessmentDocument?> FindReport(string token, CancellationToken cancel);
