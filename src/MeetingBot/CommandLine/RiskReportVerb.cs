using System.CommandLine;
using System.Text;
using MeetingBot.Risks;
using MeetingBot.Risks.Report;
using MeetingBot.Web.Pages;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Reports.Printing;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeetingBot.Program.CommandLine;

/// <summary>
/// <c>risk report --format pdf|html|md [--audience TLP:GREEN] &lt; assessment.json</c>: the report on standard output.
/// </summary>
internal static class RiskReportVerb
{
    public static Command Make()
    {
        var format = new Option<string>("--format") { Description = "pdf, html or md", Required = true };
        format.AcceptOnlyFromAmong("pdf", "html", "md");
        var audience = new Option<string?>("--audience")
        {
            Description = "Leaves out what is stricter: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED",
        };
        var chromium = new Option<string?>("--chromium")
        {
            Description = "The Chromium that prints the PDF (default: Reports__Chromium, else found on PATH)",
        };
        var report = new Command(
            "report",
            "Writes the report of the assessment on standard input, which is JSON as /report/….json gives it.")
        {
            format, audience, chromium,
        };
        report.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(format)!, parsed.GetValue(audience), parsed.GetValue(chromium), cancel));
        return report;
    }

    private static async Task<int> RunAsync(
        string format, string? audience, string? chromium, CancellationToken cancel)
    {
        Tlp? seen = null;
        if (audience is not null && (seen = TlpLabels.Read(audience)) is null)
        {
            await Console.Error.WriteLineAsync($"'{audience}' is no label; for example TLP:GREEN.");
            return 2;
        }
        await using var input = Console.OpenStandardInput();
        var (document, problem) = AssessmentJson.Read(await BytesAsync(input, cancel));
        if (document is null)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }
        try
        {
            var bytes = await WriteAsync(seen is { } only ? document.For(only) : document, format, chromium, cancel);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, cancel);
            return 0;
        }
        catch (PdfException why)
        {
            await Console.Error.WriteLineAsync(
                why.Message + " --format html writes the same as a page, made for print.");
            return 1;
        }
    }

    private static async Task<byte[]> WriteAsync(
        AssessmentDocument document, string format, string? chromium, CancellationToken cancel)
    {
        if (format == "md") return Encoding.UTF8.GetBytes(ReportMarkdown.Write(RiskReport.Of(document)));
        await using var services = new ServiceCollection().BuildServiceProvider();
        var html = await new ReportHtml(new ComponentHtml(services, NullLoggerFactory.Instance)).WriteAsync(document);
        if (format == "html") return Encoding.UTF8.GetBytes(html);
        using var printer = new PdfPrinter(ChromiumProgram.Find(
            chromium ?? Environment.GetEnvironmentVariable("Reports__Chromium"),
            Environment.GetEnvironmentVariable("PATH")));
        return await printer.PrintAsync(html, cancel);
    }

    // One byte more than is read shows that it is too much.
    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream input, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var piece = new byte[64 * 1024];
        int read;
        while (bytes.Length <= AssessmentJson.MostBytes && (read = await input.ReadAsync(piece, cancel)) > 0)
            bytes.Write(piece, 0, read);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
