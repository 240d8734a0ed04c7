using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>What a phone shows while a long agenda is run.</summary>
[Collection(InBrowser.Name)]
public sealed class SmallScreenTests(Chromium chromium)
{
    private const string Above =
        "card => card.getBoundingClientRect().top - document.querySelector('.posts').getBoundingClientRect().top";

    private static readonly BrowserNewContextOptions Phone =
        new() { ViewportSize = new() { Width = 390, Height = 800 }, IsMobile = true, HasTouch = true };

    [Fact]
    public async Task ALongAgenda_IsReadFromItsTop_AndTheCurrentItemIsSeenFromEverywhere()
    {
        await using var ada = await chromium.EnterAsync("small", "Ada", Phone);
        var items = string.Join('\n', Enumerable.Range(1, 14).Select(number => $"Item {number} 10m"));
        await ada.SayAsync("agenda add " + items, "14. Item 14");
        await ada.SayAsync("/meeting start Planning", "Planning has started");
        await ada.AgendaIsLastAsync();
        var heading = ada.Card("Agenda: Planning").GetByRole(AriaRole.Heading).First;
        await Expect(heading).ToBeInViewportAsync(new() { Ratio = 1 });
        await ada.PressAsync("Agenda: Planning", "Take up the next item");
        await ada.SeesAsync("Ada: Now 1. Item 1");

        var card = ada.Card("Agenda: Planning");
        await Expect(card.GetByText("Now: 1. Item 1")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.InRange(await card.EvaluateAsync<double>(Above), 0, 60);
        var now = ada.Panel.Locator(".now");
        await Expect(now).ToContainTextAsync("of 10 min");
        await Expect(now).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(ada.Box).ToBeInViewportAsync(new() { Ratio = 1 });

        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Agenda and people" }).TapAsync();
        await Expect(ada.Section("Agenda")).ToBeInViewportAsync();
        await Expect(now).ToBeInViewportAsync(new() { Ratio = 1 });
        await ada.Panel.GetByText("End the meeting").TapAsync();
        await Expect(ada.Panel).ToContainTextAsync("14 items are left on the agenda.");
        Assert.Empty(ada.Problems);
    }
}
