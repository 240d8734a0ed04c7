using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using MeetingBot.Risks;
using MeetingBot.Risks.Mappings;
using MeetingBot.Risks.Report;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Reports.Printing;

namespace MeetingBot.Web.Tests.Reports;

public sealed class ReportEndpointsTests
{
    [Theory]
    [InlineData("", "text/html; charset=utf-8", null)]
    [InlineData(".md", "text/markdown; charset=utf-8", "inline; filename=\"risk-report-v1.0-TLP-AMBER.md\"")]
    [InlineData(".json", "application/json; charset=utf-8", "inline; filename=\"risk-report-v1.0-TLP-AMBER.json\"")]
    [InlineData(".csv", "text/csv; charset=utf-8", "inline; filename=\"risk-report-v1.0-TLP-AMBER.csv\"")]
    [InlineData(".xlsx", AssessmentWorkbook.ContentType, "inline; filename=\"risk-report-v1.0-TLP-AMBER.xlsx\"")]
    public async Task EveryForm_IsServed_AndKeptByNobody(string ending, string type, string? name)
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document);
        using var response = await host.Client.GetAsync("/report/s3cret-link" + ending);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/report/s3cret-link" + ending));
        Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Json_IsTheDocument_AndMarkdownNamesThePage()
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document);
        Assert.Equal(AssessmentJson.Write(WorkedAssessment.Document), await host.Client.GetByteArrayAsync("/report/s3cret-link.json"));
        Assert.Equal(
            ReportMarkdown.Write(RiskReport.Of(WorkedAssessment.Document), new Uri("https://bot.example/report/s3cret-link")),
            await host.Client.GetStringAsync("/report/s3cret-link.md"));
    }

    [Fact]
    public async Task Audience_LeavesOutWhatIsStricter_InEveryForm()
    {
        var document = WorkedAssessment.Document with
        {
            Previous = null,
            Risks = [.. WorkedAssessment.Document.Risks.Select(risk => risk.Id == "TR-3" ? risk with { Tlp = Tlp.Red } : risk)],
        };
        await using var host = await ReportHost.StartAsync(document);
        foreach (var ending in new[] { "", ".md", ".json", ".csv", ".oscal.json" })
        {
            Assert.Contains("TR-3", await host.Client.GetStringAsync("/report/s3cret-link" + ending), StringComparison.Ordinal);
            var seen = await host.Client.GetStringAsync($"/report/s3cret-link{ending}?audience=TLP:AMBER");
            Assert.DoesNotContain("TR-3", seen, StringComparison.Ordinal);
            Assert.Contains("TR-2", seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OtherScales_StandBesideTheLevel_AndTheirTableInTheMethodology()
    {
        var document = WorkedAssessment.Document;
        await using var host = await ReportHost.StartAsync(document with
        {
            Criteria = document.Criteria with
            {
                Mappings = [new ScaleMapping("Theirs", [], [1, 1, 2, 2, 3]) { ImpactAnchors = ["minor", "major", "<critical>"] }],
            },
        });
        var page = await host.Client.GetStringAsync("/report/s3cret-link");
        Assert.Contains("<b>On Theirs, by table:</b> impact 3, &lt;critical&gt;", page, StringComparison.Ordinal);
        Assert.Contains("mapped by table, not by arithmetic", page, StringComparison.Ordinal);
        Assert.Contains(">Impact on Theirs</h3>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_HasASheetATopic_AndForAnAudienceNothingStricter()
    {
        var document = WorkedAssessment.Document with
        {
            Previous = null,
            Risks = [.. WorkedAssessment.Document.Risks.Select(risk => risk.Id == "TR-3" ? risk with { Tlp = Tlp.Red } : risk)],
        };
        await using var host = await ReportHost.StartAsync(document);
        var all = await Text("");
        var seen = await Text("?audience=TLP:AMBER");
        Assert.Equal(["About", "Risks", "Treatment", "Assets", "Threats", "Scales"], all.Sheets);
        Assert.Equal(all.Sheets, seen.Sheets);
        Assert.Contains("TR-3", all.Cells);
        Assert.DoesNotContain(seen.Cells, cell => cell.Contains("TR-3", StringComparison.Ordinal));
        Assert.Contains("TR-2", seen.Cells);

        async Task<(List<string> Sheets, List<string> Cells)> Text(string query)
        {
            using var zip = new ZipArchive(new MemoryStream(await host.Client.GetByteArrayAsync("/report/s3cret-link.xlsx" + query)));
            XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            await using var book = await zip.GetEntry("xl/workbook.xml")!.OpenAsync();
            var sheets = XDocument.Load(book).Descendants(main + "sheet").Select(sheet => sheet.Attribute("name")!.Value).ToList();
            var cells = new List<string>();
            for (var sheet = 1; sheet <= sheets.Count; sheet++)
            {
                await using var page = await zip.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.OpenAsync();
                cells.AddRange(XDocument.Load(page).Descendants(main + "t").Select(cell => cell.Value));
            }
            return (sheets, cells);
        }
    }

    [Theory]
    [InlineData("/report/s3cret-linK")]
    [InlineData("/report/s3cret-link.docx")]
    [InlineData("/report/s3cret-link.pdf.md")]
    [InlineData("/report/s3cret%20link")]
    [InlineData("/report/.pdf")]
    [InlineData("/report/s3cret-link?audience=secret")]
    [InlineData("/report/s3cret-link.md?audience=TLP")]
    public async Task NoSuchReport_IsNotFoundInWords(string path)
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document);
        using var response = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no report here.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreThatIsAway_IsSaid()
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document);
        using var response = await host.Client.GetAsync("/report/away");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task WhoAsksWhetherThePdfIsThere_HasNothingPrinted()
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document, new ChromiumProgram("/nowhere/chromium"));
        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/report/s3cret-link.pdf"));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (head.StatusCode, head.Content.Headers.ContentType!.ToString()));
        using var response = await host.Client.GetAsync("/report/s3cret-link.pdf");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("can&#x27;t be started", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutChromium_ThePageIsNamed()
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document);
        using var response = await host.Client.GetAsync("/report/s3cret-link.pdf");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var said = await response.Content.ReadAsStringAsync();
        Assert.Contains("there is no Chromium on this machine", said, StringComparison.Ordinal);
        Assert.Contains("https://bot.example/report/s3cret-link", said, StringComparison.Ordinal);
    }
}
