using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>Who writes a press of their own is told in words why not, and nothing happens.</summary>
[Collection(InBrowser.Name)]
public sealed partial class ForgedPressTests(Chromium chromium)
{
    [Fact]
    public async Task APressThatNoButtonOfTheirsSends_IsRefusedInWordsWithoutEffect()
    {
        await using var mara = await chromium.EnterAsync("elsewhere", "Mara");
        await mara.SayAsync("agenda add Venue", "Added 1. Venue");
        await mara.SayAsync("/meeting start Elsewhere", "Elsewhere has started");
        await mara.AgendaIsLastAsync();
        var foreign = await mara.Card("Agenda: Elsewhere").GetByRole(AriaRole.Button, new() { Name = "Take up the next item" }).GetAttributeAsync("value");

        await using var ada = await chromium.EnterAsync("forged", "Ada");
        await using var luna = await chromium.EnterAsync("forged", "Luna");
        await ada.SayAsync("agenda add Budget", "Added 1. Budget");
        await ada.SayAsync("/meeting start Planning", "Planning has started");
        await luna.AgendaIsLastAsync();
        var before = await StateAsync(luna);

        await PressAsync(luna, "verb=agenda+explode&inputs=0");
        await Expect(luna.Notice).ToContainTextAsync("I do not understand \"agenda explode\"");
        await PressAsync(luna, "verb=meeting+end&inputs=0");
        await Expect(luna.Notice).ToContainTextAsync("That is for who chairs: Ada.");
        await PressAsync(luna, "verb=agenda+next&inputs=0");
        await Expect(luna.Notice).ToContainTextAsync("That is for who chairs: Ada.");
        await PressAsync(luna, foreign!);
        await Expect(luna.Notice).ToContainTextAsync("This card belongs to another conversation; nothing was changed.");
        await PressAsync(ada, foreign!);
        await Expect(ada.Notice).ToContainTextAsync("This card belongs to another conversation; nothing was changed.");

        await luna.Page.ReloadAsync();
        await luna.LiveAsync();
        Assert.Equal(before, await StateAsync(luna));
        await Expect(mara.Section("Agenda").Locator("li[aria-current=step]")).ToHaveCountAsync(0);
    }

    private static async Task PressAsync(RoomWindow window, string press)
    {
        var button = window.Card("Agenda: Planning").GetByRole(AriaRole.Button, new() { Name = "Refresh" });
        await button.EvaluateAsync("(button, press) => { button.value = press; button.click(); }", press);
    }

    private static async Task<string> StateAsync(RoomWindow window) => Clock().Replace(
        await window.Panel.InnerTextAsync() + string.Join('\n', await window.Posts.AllInnerTextsAsync()), "");

    [GeneratedRegex(@"\d+:\d\d(:\d\d)?")]
    private static partial Regex Clock();
}
