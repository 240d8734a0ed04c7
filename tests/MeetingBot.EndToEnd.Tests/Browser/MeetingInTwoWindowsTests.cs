using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class MeetingInTwoWindowsTests(Chromium chromium)
{
    [Fact]
    public async Task TwoPeople_HoldAMeeting_AndItsMinutesAreRight()
    {
        await using var ada = await chromium.EnterAsync("story", Story.Ada);
        await using var luna = await chromium.EnterAsync("story", Story.Luna);
        await TellAsync(ada, luna, Story.Opening);
        await AddByCardAsync(luna, ada);
        await EachHasOwnButtonsAsync(ada, luna);
        await TellAsync(ada, luna, Story.Discussion);
        await PanelIsRightAsync(luna);
        await PressCardsAsync(ada, luna);
        await TellAsync(ada, luna, [Story.End]);

        var link = ada.Page.GetByRole(AriaRole.Link, new() { Name = "Minutes with a link to each line" });
        var address = await link.Last.GetAttributeAsync("href");
        Assert.Equal(Story.Minutes.ReplaceLineEndings("\n"), await MinutesText.ReadAsync(chromium, address!));
        await LinesHaveAddressesAsync(address!);
        await ReloadShowsTheSameAsync(luna);
        Assert.Empty(ada.Problems);
        Assert.Empty(luna.Problems);
    }

    [Fact]
    public async Task OpenPages_CatchUpByThemselves_AfterTheServerWasKilled()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var ada = await chromium.EnterAsync(bot, "main", Story.Ada);
        await using var luna = await chromium.EnterAsync(bot, "main", Story.Luna);
        await TellAsync(ada, luna, Story.Opening);
        await bot.KillAsync();
        await Expect(luna.Page.Locator("#connection")).ToContainTextAsync("Not connected");
        await ada.SendAsync("note: said while nobody listens");
        await Expect(ada.Notice).ToContainTextAsync("cannot be reached");
        await Expect(ada.Box).ToHaveValueAsync("note: said while nobody listens");

        await bot.StartAgainAsync();
        await luna.LiveAsync();
        await ada.LiveAsync();
        await Expect(ada.Notice).ToHaveTextAsync("Connected again.");
        await ada.Box.PressAsync("Enter");
        await ada.SeesAsync("Noted: said while nobody listens");
        await luna.SeesAsync("Noted: said while nobody listens");
        await Expect(luna.Posts.Filter(new() { HasText = "note: said while" })).ToHaveCountAsync(1);
        await Expect(luna.Posts.Filter(new() { HasText = "Planning has started" })).ToHaveCountAsync(1);
    }

    private static async Task TellAsync(RoomWindow ada, RoomWindow luna, Said[] lines)
    {
        foreach (var (who, text, answer, _) in lines)
        {
            await (who == Story.Ada ? ada : luna).SayAsync(text, answer);
            await (who == Story.Ada ? luna : ada).SeesAsync(answer);
        }
    }

    private static async Task AddByCardAsync(RoomWindow luna, RoomWindow ada)
    {
        await luna.AgendaIsLastAsync();
        var card = luna.Card("Agenda: Planning");
        await card.GetByLabel("Add an item").FillAsync("Any other business");
        await luna.PressAsync("Agenda: Planning", "Add item");
        await Expect(ada.Section("Agenda").Locator("li")).ToHaveCountAsync(3);
        await Expect(ada.Card("Agenda: Planning")).ToContainTextAsync("Any other business");
    }

    private static async Task EachHasOwnButtonsAsync(RoomWindow ada, RoomWindow luna)
    {
        await Expect(ada.Card("Agenda: Planning").GetByRole(AriaRole.Button, new() { Name = "Take up the next item" })).ToBeVisibleAsync();
        await Expect(luna.Card("Agenda: Planning").GetByRole(AriaRole.Button)).ToHaveTextAsync(["Add item", "Refresh"]);
    }

    private static async Task PanelIsRightAsync(RoomWindow luna)
    {
        await Expect(luna.Panel).ToContainTextAsync("Chair: Ada");
        await Expect(luna.Section("Present")).ToContainTextAsync("Ada, Luna, ML");
        await Expect(luna.Section("Open actions").Locator("li")).ToHaveCountAsync(2);
        await Expect(luna.Section("Agenda").Locator("li.done")).ToContainTextAsync("Budget");
        var current = luna.Section("Agenda").Locator("li[aria-current=step]");
        await Expect(current).ToContainTextAsync("Release plan");
        var clock = current.Locator(".clock time");
        var shown = await clock.InnerTextAsync();
        await Expect(clock).Not.ToHaveTextAsync(shown);
    }

    private static async Task PressCardsAsync(RoomWindow ada, RoomWindow luna)
    {
        await ada.PressAsync("Agenda: Planning", "Extend 5 min");
        await Expect(luna.Section("Agenda").Locator("li[aria-current=step]")).ToContainTextAsync("of 25 min");
        await luna.SayAsync("/actions", "Open actions (2)");
        await luna.Card("Open actions").GetByRole(AriaRole.Radio, new() { Name = "1. book the rooms" }).CheckAsync();
        await luna.PressAsync("Open actions", "Mark as done");
        await Expect(ada.Section("Open actions").Locator("li")).ToHaveCountAsync(1);
        await Expect(ada.Section("Open actions")).ToContainTextAsync("write to the sponsors");
    }

    private async Task LinesHaveAddressesAsync(string address)
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync(address);
        var line = page.Locator("p.line").Filter(new() { HasText = "two workshops in spring" });
        await page.GetByRole(AriaRole.Link, new() { Name = "two workshops in spring", Exact = true }).ClickAsync();
        await Expect(line).ToBeInViewportAsync();
        Assert.Equal(new Uri(page.Url).Fragment, "#" + await line.GetAttributeAsync("id"));
        await Expect(page.Locator("p.line:not([id])")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ReloadShowsTheSameAsync(RoomWindow luna)
    {
        await luna.SeesAsync("Put on the next agenda");
        await Expect(luna.Page.Locator(".post.pending")).ToHaveCountAsync(0);
        var before = await luna.Posts.AllInnerTextsAsync();
        await luna.Page.ReloadAsync();
        await luna.LiveAsync();
        Assert.Equal(before.Select(MinutesText.Timeless), (await luna.Posts.AllInnerTextsAsync()).Select(MinutesText.Timeless));
    }
}
