using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    private const string Focused = """
        () => {
          const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
          return {
            name: (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim(),
            outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
            inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          };
        }
        """;

    [Fact]
    public async Task ByKeyboardAlone_APersonEntersSpeaksAndPressesACard()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync(new Uri(chromium.Bot.Address, "/room/keys").AbsoluteUri);
        await Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ada");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#room[data-live=true]")).ToBeAttachedAsync();

        Assert.Equal("To the message box", await TabAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#text")).ToBeFocusedAsync();
        foreach (var line in new[] { "agenda add Budget", "/meeting start" })
        {
            await page.Keyboard.TypeAsync(line);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#posts")).ToContainTextAsync(line);
        }
        // Not any card: the agenda of before the meeting may come after the line that starts it, and goes again.
        var card = page.Locator("#posts > li:last-child form.card");
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Take up the next item" })).ToBeVisibleAsync();
        await Expect(page.Locator("form.card")).ToHaveCountAsync(1);
        await Expect(page.Locator(".post.pending")).ToHaveCountAsync(0);
        await Expect(page.Locator("#text")).ToBeFocusedAsync();
        await BackToAsync(page, "Take up the next item");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#notice")).ToContainTextAsync("Now 1. Budget");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TabOrder_IsThatOfReading_AndTheFocusIsAlwaysSeen()
    {
        await using var ada = await chromium.EnterAsync("tabs", "Ada");
        string[] order =
        [
            "To the message box", "Be somebody else", "Messages", "open the room once more", "Fill a sample group",
            "Your message", "Send", "Add a file (.ics, .csv)",
        ];
        foreach (var name in order) Assert.Equal(name, await TabAsync(ada.Page));
    }

    private static async Task<string> TabAsync(IPage page, string key = "Tab")
    {
        await page.Keyboard.PressAsync(key);
        var focused = await page.EvaluateAsync<FocusedElement>(Focused);
        Assert.True(focused.Outline >= 2, $"The focus on \"{focused.Name}\" is not marked.");
        await page.WaitForFunctionAsync($"() => ({Focused})().inView");
        return focused.Name;
    }

    private static async Task BackToAsync(IPage page, string name)
    {
        for (var presses = 0; await TabAsync(page, "Shift+Tab") != name; presses++)
            Assert.True(presses < 30, $"\"{name}\" is not reached by keyboard.");
    }

    private sealed class FocusedElement
    {
        public string Name { get; set; } = "";

        public double Outline { get; set; }

        public bool InView { get; set; }
    }
}
