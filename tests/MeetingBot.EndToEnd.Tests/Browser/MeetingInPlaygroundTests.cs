using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class MeetingInPlaygroundTests(Chromium chromium)
{
    [Fact]
    public async Task TheSameMeeting_InTheAgentsPlayground_HasTheSameMinutes()
    {
        await using var playground = new Playground();
        var page = await playground.OpenAsync(chromium);
        foreach (var said in Story.Opening) await Playground.SayAsync(page, said.Text, said.Answer);
        await AddByCardAsync(page);
        foreach (var said in Story.Discussion) await Playground.SayAsync(page, said.Text, said.Answer);
        await ExtendByCardAsync(page);
        await Playground.SayAsync(page, Story.FirstActionDone.Text, Story.FirstActionDone.Answer);
        await Playground.SayAsync(page, Story.End.Text, Story.End.Answer);

        var link = page.GetByRole(AriaRole.Link, new() { Name = "Minutes with a link to each line" });
        var address = await link.Last.GetAttributeAsync("href");
        Assert.Equal(Story.Minutes.ReplaceLineEndings("\n"), await MinutesText.ReadAsync(chromium, address!));
        await page.Context.CloseAsync();
    }

    private static async Task AddByCardAsync(IPage page)
    {
        var card = Playground.NewestCard(page);
        await Expect(card).ToContainTextAsync("Agenda: Planning");
        await card.GetByPlaceholder("Title").FillAsync("Any other business");
        await card.GetByRole(AriaRole.Button, new() { Name = "Add item" }).ClickAsync();
        await Expect(Playground.NewestCard(page)).ToContainTextAsync("Any other business");
    }

    // The Playground does not ask for a person's own view of a card; pressing Refresh does.
    private static async Task ExtendByCardAsync(IPage page)
    {
        var extend = Playground.NewestCard(page).GetByRole(AriaRole.Button, new() { Name = "Extend 5 min" });
        await Playground.NewestCard(page).GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
        await extend.ClickAsync();
        await Expect(Playground.NewestCard(page)).ToContainTextAsync("25 min");
    }
}
