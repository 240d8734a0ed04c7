using MeetingBot.Risks.Report;
using MeetingBot.Web.Pages;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Reports.Printing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeetingBot.EndToEnd.Tests.Reports;

/// <summary>The worked example, as the service writes and prints it.</summary>
internal static class PrintedReport
{
    public static ChromiumProgram Program
    {
        get
        {
            var set = Environment.GetEnvironmentVariable("CHROMIUM");
            var found = ChromiumProgram.Find(set, Environment.GetEnvironmentVariable("PATH"));
            Assert.True(found is not null, "No Chromium. Run ./test, which installs it, or set CHROMIUM to its path.");
            return found;
        }
    }

    public static async Task<string> HtmlAsync(AssessmentDocument document)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new ReportHtml(new ComponentHtml(services, NullLoggerFactory.Instance)).WriteAsync(document);
    }

    /// <summary>Folders that a printing has left behind.</summary>
    public static string[] Left() => Directory.GetDirectories(Path.GetTempPath(), "meetingbot-pdf-*");
}
