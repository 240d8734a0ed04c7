using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class ReadabilityTests(Chromium chromium)
{
    // The texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, 1.4.3), with that contrast.
    internal const string Faint = """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgb = color => {
            canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
            return canvas.getImageData(0, 0, 1, 1).data;
          };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const color = rgb(getComputedStyle(e).backgroundColor);
              if (color[3] === 255) return color;
            }
            return rgb(getComputedStyle(document.documentElement).backgroundColor);
          };
          return [...document.querySelectorAll('body *')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
            .map(e => {
              const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
              return { contrast: (Math.max(a, b) + .05) / (Math.min(a, b) + .05), text: e.textContent.trim().slice(0, 40) };
            })
            .filter(found => found.contrast < 4.5).map(found => `${found.contrast.toFixed(2)} ${found.text}`);
        }
        """;

    // The cells of tables that reach out of what is shown of their table.
    private const string Clipped = """
        () => [...document.querySelectorAll('.table')].flatMap(table => [...table.querySelectorAll('td')]
          .filter(cell => cell.getBoundingClientRect().right > table.getBoundingClientRect().right + 1 || cell.scrollWidth > cell.clientWidth + 1)
          .map(cell => cell.textContent))
        """;

    private const string PanelTop = "() => document.getElementById('panel').getBoundingClientRect().top + .5";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryText_IsReadableInBothSchemes(ColorScheme scheme)
    {
        await using var ada = await RunningMeetingAsync($"colours-{scheme}".ToLowerInvariant(), new() { ColorScheme = scheme });
        await ada.SendAsync("/meeting start");
        await ada.SeesAsync("is running already");
        await ada.SayAsync("/minutes", "(draft)");
        await ada.PressAsync("Agenda: Planning", "Next item");
        await Expect(ada.Notice).ToContainTextAsync("was taken up only");
        Assert.Empty(await ada.Page.EvaluateAsync<string[]>(Faint));
        await ada.Page.GotoAsync(new Uri(new Uri(ada.Page.Url), $"/room/colours-{scheme}/minutes".ToLowerInvariant()).AbsoluteUri);
        Assert.Empty(await ada.Page.EvaluateAsync<string[]>(Faint));
    }

    [Fact]
    public async Task OnAPhone_NothingIsWiderThanTheScreen()
    {
        await using var ada = await RunningMeetingAsync("phone", new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });
        await ada.SayAsync("note: " + new string('w', 300), "Noted: www");
        await ada.SayAsync("ACTION: Konstantin Papadimitriou to write documentation of interoperability by Wednesday", "Action 2.");
        await ada.SayAsync("/actions", "Open actions");
        await FitsAsync(ada.Page);
        Assert.Empty(await ada.Page.EvaluateAsync<string[]>(Clipped));
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Agenda and people" }).TapAsync();
        await Expect(ada.Section("Present")).ToBeInViewportAsync();
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the message box" }).TapAsync();
        await Expect(ada.Box).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await ada.Page.EvaluateAsync<double>(PanelTop) >= 844, "The panel peeks out.");
        await Expect(ada.Section("Planning")).Not.ToBeInViewportAsync();
        await Expect(ada.Page.Locator("header.top")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(ada.Posts.Last).ToBeInViewportAsync();
        foreach (var path in new[] { "/room/phone/minutes", "/room/phone" })
        {
            await ada.Page.GotoAsync(new Uri(chromium.Bot.Address, path).AbsoluteUri);
            await FitsAsync(ada.Page);
        }
    }

    private static async Task FitsAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && innerWidth === 390"));

    private async Task<RoomWindow> RunningMeetingAsync(string room, BrowserNewContextOptions options)
    {
        var ada = await chromium.EnterAsync(room, "Ada", options);
        await ada.SayAsync("agenda add Budget 15m @Luna", "Added 1. Budget");
        await ada.SayAsync("/meeting start Planning", "Agenda: Planning");
        await ada.SayAsync("ACTION: Luna to book the rooms by Friday", "Action 1.");
        await ada.SayAsync("/agenda next", "Now 1. Budget");
        await ada.SayAsync("RESOLVED: two workshops", "Resolved: two workshops");
        return ada;
    }
}
