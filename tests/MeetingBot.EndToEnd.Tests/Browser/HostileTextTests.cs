using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class HostileTextTests(Chromium chromium)
{
    // What typed text must never become: a script, a handler, a picture, a frame, a link that runs.
    private const string Alive = """
        () => [...document.querySelectorAll('*')].filter(e =>
            (e.tagName === 'SCRIPT' && new URL(e.src).pathname !== '/assets/room.js')
            || ['IMG', 'SVG', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'BASE'].includes(e.tagName.toUpperCase())
            || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style')
            || (e.tagName === 'A' && !['http:', 'https:'].includes(e.protocol)))
          .map(e => e.outerHTML.slice(0, 200))
        """;

    private static readonly string[] Texts =
    [
        "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
        "[x](javascript:alert(1)) <javascript:alert(1)>", "![x](http://192.0.2.1/x.png) <at>all</at>",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task HostileText_IsInertInEveryFieldAndOnEveryPage(int number)
    {
        var text = Texts[number];
        var room = $"hostile-{number}";
        await using var window = await chromium.EnterAsync(room, text[..Math.Min(text.Length, 40)]);
        await Expect(window.Page.Locator(".top b")).ToHaveTextAsync(text[..Math.Min(text.Length, 40)]);
        await window.SayAsync($"agenda add {text} @{text.Replace(' ', '_')}", "Added 1.");
        await window.SayAsync($"/meeting start {text}", "has started");
        await window.AgendaIsLastAsync();
        await window.Card("Agenda:").GetByLabel("Add an item").FillAsync(text + " too");
        await window.PressAsync("Agenda:", "Add item");
        await Expect(window.Section("Agenda").Locator("li")).ToHaveCountAsync(2);
        foreach (var (typed, answer) in Lines(text)) await window.SayAsync(typed, answer);
        await window.SayAsync("/minutes", "(draft)");
        await window.SayAsync("/meeting end", "Next Steps/Actions");

        await InertAsync(window.Page);
        await window.Page.ReloadAsync();
        await window.LiveAsync();
        await InertAsync(window.Page);
        await window.Page.GotoAsync(new Uri(chromium.Bot.Address, $"/room/{room}/minutes").AbsoluteUri);
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync(text.Trim('"'));
        await InertAsync(window.Page);
        Assert.Empty(window.Problems);
    }

    private static (string Typed, string Answer)[] Lines(string text) =>
    [
        ("/agenda next", "Now 1."), ($"note: {text}", "Noted: "), ($"Topic: {text}", "✓ Topic: "), ($"RESOLVED: {text}", "Resolved: "),
        ($"/action Luna: {text}", "Action 1."), ("/actions", "Which one is done?"), ($"/regrets {text}", ""), ($"/{text}", "I do not understand"),
    ];

    private static async Task InertAsync(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>(Alive));
}
