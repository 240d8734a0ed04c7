using MeetingBot.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>The pictures of README.md, of the real pages. They are written when <c>MEETINGBOT_SCREENSHOTS</c> is 1.</summary>
[Collection(InBrowser.Name)]
public sealed class PictureTests(Chromium chromium)
{
    private const int MostBytes = 300 * 1024;

    [Fact]
    public async Task TheSampleGroup_HoldsItsMeeting_AndIsPictured()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var chair = await chromium.EnterAsync(bot, "main", "Vera Lindt", new() { ColorScheme = ColorScheme.Light });
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Fill a sample group" }).ClickAsync();
        await chair.SeesAsync("Added 5. Next steps");
        await chair.SayAsync("/meeting start Summer school: programme", "Open from before");
        await chair.SayAsync("/agenda next", "Now 1. Open actions of last time");
        await chair.SayAsync("/done 2", "Done: 2.");
        await chair.SayAsync("/agenda next really", "Now 2. Speakers and their topics");
        await using var noor = await chromium.EnterAsync(bot, "main", "Noor Haddad");
        await noor.SayAsync("note: Eleven of fourteen speakers have agreed", "Noted: Eleven");
        await noor.SayAsync("Ines: two more will answer this week", "Ines: two more");
        await noor.SayAsync("RESOLVED: no talk is longer than 40 minutes", "Resolved: no talk");
        await noor.SayAsync("ACTION: Ines to write to the last three by Friday", "Action 3.");
        await Expect(chair.Section("Open actions").Locator("li")).ToHaveCountAsync(2);
        await chair.SeesAsync("Action 3.");
        await SaveAsync(chair.Page, "try-it.png");

        await chair.Page.GotoAsync(new Uri(bot.Address, "/room/main/minutes").AbsoluteUri);
        await Expect(chair.Page.Locator(".summary")).ToHaveCountAsync(3);
        await SaveAsync(chair.Page, "minutes.png");
    }

    private static async Task SaveAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync();
        Assert.InRange(picture.Length, 10_000, MostBytes);
        if (Environment.GetEnvironmentVariable("MEETINGBOT_SCREENSHOTS") != "1") return;
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "images"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), picture);
    }
}
