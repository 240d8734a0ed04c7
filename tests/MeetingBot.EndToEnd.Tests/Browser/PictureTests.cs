using MeetingBot.EndToEnd.Tests.Risks;
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

    [Fact]
    public async Task ThePollForADate_AndWhatCameOfIt_ArePictured()
    {
        BrowserNewContextOptions light = new()
        {
            ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 940 }, TimezoneId = "Europe/Zurich",
        };
        await using var bot = await RunningBot.StartAsync("--Clock=2025-06-27T15:00:00+02:00", "--DefaultZone=Europe/Zurich");
        await using var chair = await chromium.EnterAsync(bot, "main", "Vera Lindt", light);
        await using var noor = await chromium.EnterAsync(bot, "main", "Noor Haddad", light);
        await using var ines = await chromium.EnterAsync(bot, "main", "Ines Costa", light);
        await chair.SayAsync("agenda add Speakers and their topics 20m @Noor\nRooms for the workshops 10m", "Added 1. Speakers");
        await chair.SendAsync("/poll \"Summer school\" Tue 22 July 15:00, Fri 11 July 16:00 until Wednesday noon");
        await VoteAsync(ines, "Yes", "If need be");
        await VoteAsync(chair, "If need be", "Yes");
        await VoteAsync(noor, "No", "Yes", "On Tuesdays I teach");
        await Expect(noor.Card("Poll 1")).ToContainTextAsync("Answered (3)");
        await Expect(noor.Card("Poll 1").GetByLabel("Comment")).ToHaveValueAsync("On Tuesdays I teach");
        await SaveAsync(noor.Page, "poll.png");

        await chair.PressAsync("Poll 1", "Close now");
        await chair.SeesAsync("is closed: Vera Lindt closed it.");
        await chair.PressAsync("Poll 1", "Meet Fri 11 July 16:00–17:00");
        await noor.SeesAsync("Add to calendar");
        await SaveAsync(noor.Page, "poll-result.png");
    }

    [Fact]
    public async Task OwnScoreCard_TheReveal_AndOneRisk_ArePictured()
    {
        BrowserNewContextOptions light = new()
        {
            ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 1400 }, TimezoneId = "Europe/Zurich",
        };
        await using var bot = await RunningBot.StartAsync(ScoreStory.WhenAsked);
        await using var anna = await chromium.EnterAsync(bot, "main", ScoreStory.Chair, light);
        using var others = new HttpMembers(bot, ScoreStory.Members.Skip(1));
        await anna.SayAsync(ScoreStory.Begin, ScoreStory.Begun);
        await others.ComeAsync();
        foreach (var community in ScoreStory.Communities) await anna.SayAsync(community, "Communities of ");
        foreach (var risk in ScoreStory.Scenarios) await anna.SayAsync(ScoreStory.Add(risk), risk.Title + ". What stands");
        await anna.SayAsync(ScoreStory.Open, ScoreStory.Opened);
        await OwnCard.ScoreAsync(anna, 0, "Save and next");
        await OwnCard.FillAsync(anna, 1, '2', '4', "Our submit hosts keep no refresh tokens");
        await anna.Card("TR-2: ").GetByLabel("Medium").CheckAsync();
        await SaveAsync(anna.Card("TR-2: "), "score-card.png");

        await anna.PressAsync("TR-2: ", "Save and next");
        await Expect(anna.Card("TR-3: ")).ToContainTextAsync("2 answered");
        for (var risk = 2; risk < 5; risk++) await OwnCard.ScoreAsync(anna, risk, risk < 4 ? "Save and next" : "Save");
        await others.ScoreAsync(member => ScoreStory.ScoresOf(member, ScoreStory.WhyInWords));
        await anna.SayAsync("/risk reveal", "how the scores fell");
        await SaveAsync(anna.Card("how the scores fell"), "risk-reveal.png");
        await anna.SendAsync("/risks TR-2");
        await Expect(anna.Card("TR-2: ")).ToContainTextAsync("We had two such cases last year");
        await SaveAsync(anna.Card("TR-2: "), "risk-scores.png");
    }

    private static async Task VoteAsync(RoomWindow voter, string tuesday, string friday, string comment = "")
    {
        var poll = voter.Card("Poll 1: Summer school");
        foreach (var (option, answer) in new[] { ("Tue 22 July", tuesday), ("Fri 11 July", friday) })
            await poll.GetByRole(AriaRole.Group, new() { Name = option }).GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await poll.GetByLabel("Comment").FillAsync(comment);
        await voter.PressAsync("Poll 1", "Record my answer");
        await Expect(poll).ToContainTextAsync("Recorded");
    }

    private static async Task SaveAsync(IPage page, string name) => await SaveAsync(await page.ScreenshotAsync(), name);

    private static async Task SaveAsync(ILocator card, string name) => await SaveAsync(await card.ScreenshotAsync(), name);

    private static async Task SaveAsync(byte[] picture, string name)
    {
        Assert.InRange(picture.Length, 10_000, MostBytes);
        if (Environment.GetEnvironmentVariable("MEETINGBOT_SCREENSHOTS") != "1") return;
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "images"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), picture);
    }
}
