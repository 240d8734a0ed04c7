using MeetingBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Polls;

/// <summary>Two people of one room whose browsers are in different time zones.</summary>
[Collection(InBrowser.Name)]
public sealed class OwnZoneTests(Chromium chromium)
{
    private const string There = "America/New_York";
    private const string Here = "Thu 1 July 2100 14:00–15:00";
    private const string Theirs = $"= Thu 1 July 2100 08:00–09:00 ({There})";

    [Fact]
    public async Task EverybodyReadsTheirOwnClock_AndTheGroupReadsThemAll()
    {
        await using var ada = await chromium.EnterAsync("zones", "Ada", new() { TimezoneId = "Europe/Zurich" });
        await using var luna = await chromium.EnterAsync("zones", "Luna", new() { TimezoneId = There });
        await ada.SayAsync("/settings zone Europe/Zurich", "Europe/Zurich");
        await luna.SendAsync("hello");
        await ada.SeesAsync("hello");

        await ada.SayAsync("/poll \"Kick-off\" 1 July 2100 14:00, 2 July 2100 14:00 for 1h", "Poll 1: Kick-off");
        await Expect(luna.Card("Poll 1")).ToContainTextAsync(Theirs);
        await Expect(ada.Card("Poll 1")).ToContainTextAsync(Here);
        await Expect(ada.Card("Poll 1")).Not.ToContainTextAsync(There);
        await luna.Card("Poll 1").GetByRole(AriaRole.Group, new() { Name = $"{Here} {Theirs}" })
            .GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await luna.PressAsync("Poll 1", "Record my answer");
        await Expect(luna.Card("Poll 1")).ToContainTextAsync($"({There}): yes, no answer");
        await Expect(ada.Card("Poll 1")).ToContainTextAsync("Answered (1): Luna");

        await ada.SendAsync("/when 1 July 2100 14:00");
        var row = ada.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = There });
        await Expect(row).ToContainTextAsync("08:00");
        await Expect(row).ToContainTextAsync("Luna");

        await ada.PressAsync("Poll 1", "Close now");
        await ada.PressAsync("Poll 1", $"Meet {Here}");
        await luna.SeesAsync($"It is on {Here} (Europe/Zurich) {Theirs} = 12:00 UTC.");
        await Expect(luna.Panel).ToContainTextAsync($"(Europe/Zurich) = Thu 1 July 2100 08:00 ({There})");
        await Expect(ada.Panel).Not.ToContainTextAsync(There);

        await luna.Page.ReloadAsync();
        await luna.LiveAsync();
        await Expect(luna.Card("Poll 1")).ToContainTextAsync(Theirs);
        Assert.Empty(ada.Problems);
        Assert.Empty(luna.Problems);
    }

    [Fact]
    public async Task WhoComesByALink_ReadsTheirOwnClockAsSoonAsThePageIsLive()
    {
        await using var ada = await chromium.EnterAsync("zone-link", "Ada", new() { TimezoneId = "Europe/Zurich" });
        await ada.SayAsync("/poll \"Kick-off\" 1 July 2100 14:00, 2 July 2100 14:00 for 1h", "Poll 1: Kick-off");
        var page = await chromium.PageAsync(new() { TimezoneId = There });
        await page.GotoAsync(new Uri(chromium.Bot.Address, "/room/zone-link?as=Luna").AbsoluteUri);
        await Expect(page.Locator("form.card").Last).ToContainTextAsync(Theirs);
        await page.Context.CloseAsync();
    }
}
