using MeetingBot.EndToEnd.Tests.Browser;
using MeetingBot.Risks.Report;
using Microsoft.Playwright;

namespace MeetingBot.EndToEnd.Tests.Reports;

/// <summary>The report's page on a screen.</summary>
[Collection(InBrowser.Name)]
public sealed class ReadableReportTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryText_IsReadableInBothSchemes(ColorScheme scheme)
    {
        var page = await chromium.PageAsync(new() { ColorScheme = scheme });
        await page.SetContentAsync(await PrintedReport.HtmlAsync(WorkedAssessment.Document));
        Assert.Empty(await page.EvaluateAsync<string[]>(ReadabilityTests.Faint));
    }

    [Fact]
    public async Task OnAPhone_NothingIsWiderThanTheScreen()
    {
        var page = await chromium.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true });
        var document = WorkedAssessment.Document;
        await page.SetContentAsync(await PrintedReport.HtmlAsync(document with
        {
            Title = new string('w', 120), ScopeIn = new string('w', 300),
            Risks = [.. document.Risks.Select(risk => risk with { Title = new string('t', 160), References = [new string('r', 200)] })],
        }));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && innerWidth === 390"));
    }
}
