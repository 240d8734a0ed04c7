using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using MeetingBot.Web.Pages;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeetingBot.Web.Tests.Reports;

public sealed class ReportPageTests
{
    [Fact]
    public async Task Sections_StandInTheirOrder_EachInTheContents()
    {
        var page = await LiveAsync(WorkedAssessment.Document);
        Assert.Equal(
            [
                "Executive summary", "Contents", "Scope", "Heat map", "Watch list", "Risks", "Recommendations",
                "What has changed since version 0.9", "Methodology", "Annexes",
            ],
            page.QuerySelectorAll("h2").Select(Words));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link =>
            Assert.True(page.GetElementById(link.GetAttribute("href")![1..]) is not null, $"{link.GetAttribute("href")} leads nowhere"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("Tokens in a research grid 1.0 (TLP:AMBER)", page.Title);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task Summary_IsBeforeEverythingElse_WithLevelSentenceAndAdvice()
    {
        var page = await LiveAsync(WorkedAssessment.Document);
        var rows = page.QuerySelectorAll(".first #summary tbody tr");
        Assert.Equal(["TR-2", "TR-4", "TR-3", "TR-1"], rows.Select(row => row.QuerySelector("b")!.TextContent));
        Assert.Equal(
            "Moderate to High (3 to 4 of 5) SPLIT WEIGHT_SENSITIVE: weighed it is Moderate (3 of 5)", Words(rows[0].QuerySelector("td")!));
        Assert.Equal("Keep refresh tokens in a vault, never on submit hosts.", Words(rows[0].QuerySelector("td:last-child")!));
        Assert.Contains("Out of scope: Web single sign-on", page.QuerySelector(".front")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRisk_HasItsAnchorItsPicturesAndItsFigures()
    {
        var page = await LiveAsync(WorkedAssessment.Document);
        Assert.Equal(
            ["risk-TR-2", "risk-TR-4", "risk-TR-3", "risk-TR-1", "risk-TR-5"], page.QuerySelectorAll("article.risk").Select(risk => risk.Id));
        var split = page.GetElementById("risk-TR-2")!;
        Assert.Equal(2, split.QuerySelectorAll("svg[role=img] > title").Length);
        Assert.Equal(
            "Likelihood 4 SPLIT 8 3 3.13 1.25 2–5 2 0.51 0 0 0", Words(split.QuerySelector(".figures tbody tr")!));
        Assert.Equal(
            "5: 1, 4: 3, 3: 0, 2: 4, 1: 0; the group's value is 4.", split.QuerySelector("svg > desc")!.TextContent);
        Assert.Equal("Operations Likelihood 3 4 2–4", Words(split.QuerySelector(".communities tbody tr")!));
        Assert.DoesNotContain("Pair", split.TextContent, StringComparison.Ordinal);
        var said = Words(split);
        foreach (var words in new[]
        {
            "Also known as TR-6", "Elevation of privilege", "Why lower Our tokens are in a vault.", "We had two such cases last year.",
            "Differences between communities Where a vault holds", "Owner Operations", "Due 10 January 2027", "Action #5",
            "Residual Moderate (3 of 5); likelihood 2, impact 4", "TLP:AMBER", "20 September 2026: TR-6 was merged into it.",
        })
            Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeatMaps_AreTwo_EachWithATable()
    {
        var page = await LiveAsync(WorkedAssessment.Document);
        Assert.Equal(["map-current", "map-residual"], page.QuerySelectorAll("figure.map").Select(map => map.Id));
        Assert.Equal(
            ["High (4 of 5) 4 4 TR-2", "High (4 of 5) 4 3 TR-4", "Low (2 of 5) 1 5 TR-3", "Low (2 of 5) 3 2 TR-1"],
            page.QuerySelectorAll("#map-current tbody tr").Select(Words));
        var without = await LiveAsync(WorkedAssessment.Document with
        {
            Risks = [.. WorkedAssessment.Document.Risks.Select(risk => risk with { Residual = null })],
        });
        Assert.Single(without.QuerySelectorAll("figure.map"));
    }

    [Theory]
    [InlineData(Tlp.Clear, "tlp-clear", "TLP:CLEAR")]
    [InlineData(Tlp.AmberStrict, "tlp-amber-strict", "TLP:AMBER+STRICT")]
    [InlineData(Tlp.Red, "tlp-red", "TLP:RED")]
    public async Task Label_IsOnThePage_AndOnEverySheetOfPaper(Tlp tlp, string named, string label)
    {
        var page = await LiveAsync(WorkedAssessment.Document with { Tlp = tlp });
        Assert.Equal(label, page.QuerySelector(".front .tlp")!.TextContent);
        Assert.Contains(named, page.Body!.ClassList);
        var css = await AloneAsync(WorkedAssessment.Document with { Tlp = tlp });
        Assert.Contains($"@page {named} {{ @top-right {{ content: \"{label}\"; }} @bottom-center {{ content: \"{label}\"; }} }}", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageThatStandsAlone_NeedsNothingElse()
    {
        var page = new HtmlParser().ParseDocument(await AloneAsync(WorkedAssessment.Document));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, [src], nav.ways"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Empty((await LiveAsync(WorkedAssessment.Document)).QuerySelectorAll("style, [style], script"));
    }

    [Fact]
    public async Task OtherForms_AreLinked_WithTheAudience()
    {
        await using var host = await ReportHost.StartAsync(WorkedAssessment.Document);
        var page = new HtmlParser().ParseDocument(await host.Client.GetStringAsync("/report/s3cret-link?audience=TLP:RED"));
        Assert.Equal(
            ["/report/s3cret-link.pdf?audience=TLP:RED", "/report/s3cret-link.md?audience=TLP:RED", "/report/s3cret-link.json?audience=TLP:RED"],
            page.QuerySelectorAll(".ways a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task References_AreLinksOnlyToTheWeb()
    {
        var page = await LiveAsync(With(WorkedAssessment.Document, "javascript:alert(1)"));
        Assert.All(page.QuerySelectorAll("main a"), link => Assert.True(
            link.GetAttribute("href") is ['#', ..] || link.GetAttribute("href")!.StartsWith("https://www.rfc-editor.org/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public async Task HostileText_IsTextOnlyInEveryPlace(string text)
    {
        var plain = new HtmlParser().ParseDocument(await AloneAsync(With(WorkedAssessment.Document, "line\nb")));
        var page = new HtmlParser().ParseDocument(await AloneAsync(With(WorkedAssessment.Document, text.Contains('\n', StringComparison.Ordinal) ? "a" + text[text.LastIndexOf('\n')..] : text + "\nb")));
        Assert.Equal(Skeleton(plain), Skeleton(page));
        Assert.Equal(plain.QuerySelectorAll("style").Length, page.QuerySelectorAll("style").Length);
    }

    private static AssessmentDocument With(AssessmentDocument document, string text) => document with
    {
        Title = text, Version = text, Group = text, Authors = [text], ScopeIn = text, ScopeOut = text, Workflows = [text],
        Communities = [new WeighedCommunity(text, 2)], Assets = [new Asset("A-1", text, Description: text, Owner: text)],
        Threats = [new Threat("T-1", text, null, text)], Rationales = [new RiskRationales("TR-2", [text], [text])],
        Criteria = document.Criteria with { Name = text, Matrix = new RiskMatrix(text, [text, "b", "c", "d", "e"], document.Criteria.Matrix.Cells) },
        Risks =
        [
            document.Risks[1] with
            {
                Title = text, Description = text, Mitigation = text, Differences = text, Workflow = text, References = [text],
                Communities = [text], Discussion = [text], History = [new RiskEvent(default, text)],
                Treatment = new Treatment(TreatmentKind.Reduce, text, text, text),
            },
            document.Risks[5] with { Title = text },
        ],
    };

    private static IEnumerable<string> Skeleton(IHtmlDocument page) => page.All.Select(element =>
        $"{element.TagName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}");

    private static async Task<IHtmlDocument> LiveAsync(AssessmentDocument document)
    {
        await using var host = await ReportHost.StartAsync(document);
        return new HtmlParser().ParseDocument(await host.Client.GetStringAsync("/report/s3cret-link"));
    }

    private static async Task<string> AloneAsync(AssessmentDocument document)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new ReportHtml(new ComponentHtml(services, NullLoggerFactory.Instance)).WriteAsync(document);
    }

    // Cells beside one another are words apart, whatever stands between them in the text.
    private static string Words(IElement element) => string.Join(
        ' ', element.GetDescendants().OfType<IText>().SelectMany(text =>
            text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
