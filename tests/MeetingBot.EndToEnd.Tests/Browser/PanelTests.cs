using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>The panel's buttons do what the typed commands do, for who may.</summary>
[Collection(InBrowser.Name)]
public sealed class PanelTests(Chromium chromium)
{
    [Fact]
    public async Task FromThePanelAlone_AMeetingIsRun()
    {
        await using var ada = await chromium.EnterAsync("panel", "Ada");
        await using var luna = await chromium.EnterAsync("panel", "Luna");
        await ada.SayAsync("agenda add Budget 15m", "Added 1. Budget");
        await PressAsync(ada, "Start the meeting");
        await ada.AgendaIsLastAsync();
        await PressAsync(ada, "Take up the next item");
        await PressAsync(ada, "Extend 5 min");
        await Expect(luna.Section("Agenda").Locator("li[aria-current=step]")).ToContainTextAsync("of 20 min");
        await PressAsync(ada, "Next item");
        await PressAsync(ada.Notice, "Yes, it is done");
        await Expect(ada.Notice).ToContainTextAsync("That was the last item");

        await ada.SayAsync("ACTION: Luna to book the rooms", "Action 1.");
        await Expect(ada.Panel.GetByRole(AriaRole.Button, new() { Name = "Done" })).ToHaveCountAsync(0);
        await Expect(luna.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await PressAsync(luna, "Done: action 1");
        await Expect(luna.Notice).ToContainTextAsync("Done: 1. Luna: book the rooms");
        await Expect(ada.Section("Open actions")).ToContainTextAsync("None.");

        await ada.Panel.GetByText("End the meeting").ClickAsync();
        await Expect(ada.Panel).ToContainTextAsync("Nothing is left on the agenda.");
        await PressAsync(ada, "Yes, end it");
        await luna.SeesAsync("Minutes with a link to each line");
        await Expect(ada.Panel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(ada.Problems);
        Assert.Empty(luna.Problems);
    }

    [Fact]
    public async Task ThePanelsQuestion_IsInSight_HoweverLongTheRoomIs()
    {
        await using var ada = await chromium.EnterAsync("question", "Ada");
        await ada.SayAsync("agenda add Budget\nVenue", "2. Venue");
        await PressAsync(ada, "Start the meeting");
        await ada.AgendaIsLastAsync();
        await PressAsync(ada, "Take up the next item");
        await Expect(ada.Panel.Locator(".now")).ToContainTextAsync("Now 1. Budget");
        for (var line = 1; line <= 8; line++) await ada.SayAsync($"note: line {line}", $"Noted: line {line}");
        await Expect(ada.Posts.Last).ToBeInViewportAsync();

        await PressAsync(ada, "Next item");
        // What arrives meanwhile draws every live card again, but not over the question.
        await ada.SayAsync("note: one more", "Noted: one more");
        var yes = ada.Notice.GetByRole(AriaRole.Button, new() { Name = "Yes, it is done" });
        await Expect(yes).ToBeInViewportAsync(new() { Ratio = 1 });
        await yes.ClickAsync();
        await Expect(ada.Panel.Locator(".now")).ToContainTextAsync("Now 2. Venue");
        await Expect(ada.Panel.Locator("details.over summary")).ToHaveTextAsync("1 done");
        Assert.Empty(ada.Problems);
    }

    private static Task PressAsync(RoomWindow window, string button) => PressAsync(window.Panel, button);

    private static Task PressAsync(ILocator part, string button) =>
        part.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
