using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class WithoutScriptTests(Chromium chromium)
{
    private const int MostLooks = 50;

    [Fact]
    public async Task WithoutScript_TheRoomWorksByFormsAndReload()
    {
        var page = await chromium.PageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(chromium.Bot.Address, "/room/plain").AbsoluteUri);
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter the room" }).ClickAsync();
        await Expect(page.GetByText("An empty room")).ToBeVisibleAsync();

        await SendAsync(page, "agenda add Budget 15m");
        await LookUntilAsync(page, "Added 1. Budget");
        await SendAsync(page, "/meeting start Planning");
        var next = page.Locator("form.card").GetByRole(AriaRole.Button, new() { Name = "Take up the next item" });
        await LookUntilAsync(page, next, "the agenda's button");
        await next.ClickAsync();
        await Expect(page.Locator("#notice")).ToContainTextAsync("Now 1. Budget");
        await Expect(page.Locator("#panel li[aria-current=step]")).ToContainTextAsync("Budget");
        await page.GetByLabel("Add an item").FillAsync("Venue");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add item" }).ClickAsync();
        await Expect(page.Locator("#panel")).ToContainTextAsync("Venue");
        await page.Context.CloseAsync();
    }

    private static async Task SendAsync(IPage page, string text)
    {
        await page.GetByLabel("Your message").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.Locator("#posts")).ToContainTextAsync(text);
    }

    private static Task LookUntilAsync(IPage page, string text) =>
        LookUntilAsync(page, page.Locator("#posts").GetByText(text), text);

    // Without a script nothing arrives by itself: one looks again.
    private static async Task LookUntilAsync(IPage page, ILocator awaited, string name)
    {
        for (var looks = 0; await awaited.CountAsync() == 0; looks++)
        {
            Assert.True(looks < MostLooks, $"\"{name}\" did not come.");
            await page.GetByRole(AriaRole.Link, new() { Name = "Look for new messages" }).ClickAsync();
        }
    }
}
