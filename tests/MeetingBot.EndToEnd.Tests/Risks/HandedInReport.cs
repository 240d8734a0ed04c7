using System.Text;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>Reads the report of the story as who gets its address does.</summary>
internal static class HandedInReport
{
    public static async Task AssertRightAsync(IPage page, Uri address)
    {
        await page.GotoAsync(address.AbsoluteUri);
        await Expect(page).ToHaveTitleAsync("Tokens in a grid 1.0 (TLP:AMBER)");
        await Expect(page.Locator("#summary tbody tr b")).ToHaveTextAsync(["TR-2", "TR-4", "TR-3", "TR-1"]);
        await Expect(page.Locator("#summary")).ToContainTextAsync("Keep refresh tokens in a vault");
        await Expect(page.Locator("#watch-list tbody tr b")).ToHaveTextAsync(["TR-3", "TR-5"]);
        await Expect(page.Locator("#risk-TR-2")).ToContainTextAsync("the incident of May counts for likelihood");
        var html = await page.ContentAsync();
        foreach (var member in ScoreStory.Members.Except([ScoreStory.Chair, ScoreStory.Outlier]))
            Assert.DoesNotContain($">{member}<", html, StringComparison.Ordinal);

        var pdf = await page.APIRequest.GetAsync(address.AbsoluteUri + ".pdf");
        Assert.Equal((200, "application/pdf"), (pdf.Status, pdf.Headers["content-type"]));
        var bytes = await pdf.BodyAsync();
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
        using var read = PdfDocument.Open(bytes);
        Assert.InRange(read.NumberOfPages, 8, 16);
        Assert.Contains("TR-2", read.GetPage(1).Text, StringComparison.Ordinal);
    }
}
