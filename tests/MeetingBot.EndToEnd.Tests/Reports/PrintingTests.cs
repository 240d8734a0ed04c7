using System.Net;
using System.Net.Sockets;
using System.Text;
using MeetingBot.Risks.Report;
using MeetingBot.Web.Reports.Printing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace MeetingBot.EndToEnd.Tests.Reports;

/// <summary>What the system's Chromium prints.</summary>
public sealed class PrintingTests
{
    private const string Footer = "Tokens in a research grid 1.0";

    [Fact]
    public async Task Report_IsPrinted_WithOutlineLinksAndTextThatCanBeCopied()
    {
        using var printer = new PdfPrinter(PrintedReport.Program);
        var bytes = await printer.PrintAsync(await PrintedReport.HtmlAsync(WorkedAssessment.Document), default);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
        using var pdf = PdfDocument.Open(bytes);
        var pages = pdf.GetPages().Select(page => Words(ContentOrderTextExtractor.GetText(page))).ToList();
        Assert.InRange(pages.Count, 8, 16);

        // The summary is on the first page, down to the last of the top risks.
        foreach (var words in new[] { "Executive summary", "5 risks assessed: 2 High, 2 Low, 1 not ranked.", "TR-2", "SPLIT", "Mask tokens in log lines" })
            Assert.Contains(words, pages[0], StringComparison.Ordinal);
        // Above and below on every page; and how many there are.
        Assert.All(pages.Select((text, at) => (text, at)), page =>
        {
            Assert.True(page.text.Split("TLP:AMBER").Length > 2, $"Page {page.at + 1} bears its label not twice.");
            Assert.Contains($"Page {page.at + 1} of {pages.Count}", page.text, StringComparison.Ordinal);
            Assert.Contains(Footer, page.text, StringComparison.Ordinal);
        });
        // A risk begins a page.
        Assert.All(new[] { "TR-4 Group membership", "TR-3 The token issuer", "TR-1 A token is logged", "TR-5 A library" }, title =>
            Assert.Contains(pages, page => Body(page).StartsWith(title, StringComparison.Ordinal)));
        Assert.Contains(pages, page => page.Contains("Split votes are aimed high", StringComparison.Ordinal));

        Assert.True(pdf.TryGetBookmarks(out var outline));
        var titles = outline.GetNodes().Select(node => node.Title).ToList();
        Assert.Contains("Executive summary", titles);
        Assert.Contains("TR-2 A refresh token is stolen from a submit host", titles);
        Assert.DoesNotContain("Description", titles);
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains(pdf.GetPages().SelectMany(page => page.GetAnnotations()), one => one.Type == AnnotationType.Link);
    }

    [Fact]
    public async Task Summary_OfTenLongRisks_StaysOnTheFirstPage()
    {
        var risk = WorkedAssessment.Document.Risks[3];
        var long_ = string.Join(' ', Enumerable.Repeat("something that goes on", 30));
        var document = WorkedAssessment.Document with
        {
            Previous = null, ScopeIn = long_, ScopeOut = long_,
            Risks =
            [
                .. Enumerable.Range(1, 12).Select(number => risk with
                {
                    Id = $"TR-{number}", Description = long_,
                    Treatment = risk.Treatment! with { Recommendation = Sentences.Cut(long_, 400) },
                }),
            ],
        };
        using var printer = new PdfPrinter(PrintedReport.Program);
        using var pdf = PdfDocument.Open(await printer.PrintAsync(await PrintedReport.HtmlAsync(document), default));
        Assert.Contains("TR-10", ContentOrderTextExtractor.GetText(pdf.GetPage(1)), StringComparison.Ordinal);
        Assert.StartsWith("Contents", Body(Words(ContentOrderTextExtractor.GetText(pdf.GetPage(2)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_OfTenSplitRisksThatWeightsWouldChange_StaysOnTheFirstPage()
    {
        var document = WorkedAssessment.Document with
        {
            Previous = null,
            Risks = [.. Enumerable.Range(1, 12).Select(number => WorkedAssessment.Document.Risks[1] with { Id = $"TR-{number}" })],
        };
        using var printer = new PdfPrinter(PrintedReport.Program);
        using var pdf = PdfDocument.Open(await printer.PrintAsync(await PrintedReport.HtmlAsync(document), default));
        var first = Words(ContentOrderTextExtractor.GetText(pdf.GetPage(1)));
        Assert.Equal(10, first.Split("WEIGHT_SENSITIVE").Length - 1);
        Assert.Contains("TR-10", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_SaysOnWhichPageEachHeadingIs()
    {
        using var printer = new PdfPrinter(PrintedReport.Program);
        var bytes = await printer.PrintAsync(await PrintedReport.HtmlAsync(WorkedAssessment.Document), default);
        using var pdf = PdfDocument.Open(bytes);
        var contents = PrintedContents.Of(pdf);
        Assert.Equal(14, contents.Count);
        Assert.Equal(PrintedContents.Headings(pdf), contents);
        var pages = pdf.GetPages().Select(page => Body(Words(ContentOrderTextExtractor.GetText(page)))).ToList();
        Assert.All(contents.Where(line => line.Key.StartsWith("TR-", StringComparison.Ordinal)), line =>
            Assert.Contains(line.Key, pages[line.Value - 1], StringComparison.Ordinal));
        Assert.StartsWith("Methodology", pages[contents["Methodology"] - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_OfManyRisksWithAllKindsOfTitles_SaysTheirPages()
    {
        string[] titles =
        [
            "Short", string.Join(' ', Enumerable.Repeat("a title that needs several lines", 5)), "\u05D0\u05E1\u05D9\u05DE\u05D5\u05DF \u05E0\u05D2\u05E0\u05D1",
            new string('w', 150), "Ends with a number 7", "(brackets) <</Dest /x-title>> \\",
        ];
        var document = WorkedAssessment.Document with
        {
            Previous = null,
            Risks =
            [
                .. Enumerable.Range(1, 60).Select(number => WorkedAssessment.Document.Risks[number % 5] with
                {
                    Id = $"TR-{number}", Title = titles[number % titles.Length], Aliases = [],
                }),
            ],
        };
        using var printer = new PdfPrinter(PrintedReport.Program);
        using var pdf = PdfDocument.Open(await printer.PrintAsync(await PrintedReport.HtmlAsync(document), default));
        var contents = PrintedContents.Of(pdf);
        Assert.Equal(PrintedContents.Headings(pdf), contents);
        Assert.Equal(60, contents.Keys.Count(line => line.StartsWith("TR-", StringComparison.Ordinal)));
        Assert.True(contents.Values.Max() > 60, "Sixty risks are on fewer pages.");
        // It fills its page before it goes on to the next.
        Assert.Contains("TR-", Body(Words(ContentOrderTextExtractor.GetText(pdf.GetPage(2)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_IsFetchedWhilePrinting()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        using var printer = new PdfPrinter(PrintedReport.Program);
        var bytes = await printer.PrintAsync(
            $"<!DOCTYPE html><img src='{address}/a.png'><iframe src='{address}/b'></iframe><link rel=stylesheet href='{address}/c.css'><p>words", default);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
        Assert.False(listener.Pending());
    }

    // What is above and below on every page comes first, and ends with what is below on the left.
    private static string Body(string page) => page[(page.IndexOf(Footer, StringComparison.Ordinal) + Footer.Length)..].TrimStart();

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
