using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>What a person does at a card while the others change it.</summary>
[Collection(InBrowser.Name)]
public sealed class LiveCardTests(Chromium chromium)
{
    private const string Caret = "() => [document.activeElement.name, document.activeElement.value, document.activeElement.selectionStart].join('|')";

    [Fact]
    public async Task WhoTypesIntoACard_GoesOnTyping_WhereverTheCardGoes()
    {
        await using var ada = await chromium.EnterAsync("typing", "Ada");
        await using var luna = await chromium.EnterAsync("typing", "Luna");
        await ada.SayAsync("agenda add Budget", "Added 1. Budget");
        await ada.SayAsync("/agenda", "Agenda: Meeting 1");
        await luna.SeesAsync("Add an item");
        var field = luna.Page.GetByLabel("Add an item");
        await field.FillAsync("Any business");
        for (var left = 0; left < "business".Length; left++) await field.PressAsync("ArrowLeft");

        await ada.SayAsync("agenda add Venue", "Added 2. Venue");
        await Expect(luna.Page.Locator("form.card")).ToContainTextAsync("Venue");
        Assert.Equal("field.title|Any business|4", await luna.Page.EvaluateAsync<string>(Caret));

        await ada.SayAsync("/meeting start Planning", "Planning has started");
        await Expect(luna.Card("Agenda: Planning")).ToBeVisibleAsync();
        await luna.AgendaIsLastAsync();
        Assert.Equal("field.title|Any business|4", await luna.Page.EvaluateAsync<string>(Caret));

        await luna.Page.Keyboard.TypeAsync("other ");
        await luna.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Card("Agenda: Planning")).ToContainTextAsync("Any other business");
        await Expect(field).ToHaveValueAsync("");
        Assert.Empty(luna.Problems);
    }

    [Fact]
    public async Task AButtonHeldDown_IsPressed_ThoughTheCardChangesMeanwhile()
    {
        await using var ada = await chromium.EnterAsync("holding", "Ada");
        await using var luna = await chromium.EnterAsync("holding", "Luna");
        await ada.SayAsync("agenda add Budget", "Added 1. Budget");
        await ada.SayAsync("/meeting start Planning", "Planning has started");
        await ada.AgendaIsLastAsync();
        var button = ada.Card("Agenda: Planning").GetByRole(AriaRole.Button, new() { Name = "Take up the next item" });
        await button.HoverAsync();
        await ada.Page.Mouse.DownAsync();

        await luna.SayAsync("agenda add Venue", "Added 2. Venue");
        await Expect(luna.Card("Agenda: Planning")).ToContainTextAsync("Venue");
        await ada.Page.Mouse.UpAsync();
        await Expect(ada.Notice).ToContainTextAsync("Now 1. Budget");
        await Expect(ada.Card("Agenda: Planning")).ToContainTextAsync("Venue");
    }

    [Fact]
    public async Task TheChairsButtons_StayInSightOnALongAgenda()
    {
        await using var ada = await chromium.EnterAsync("long", "Ada", new() { ViewportSize = new() { Width = 1000, Height = 600 } });
        await ada.SayAsync("agenda add " + string.Join('\n', Enumerable.Range(1, 14).Select(number => $"Item {number}")), "14. Item 14");
        await ada.SayAsync("/meeting start Planning", "Planning has started");
        await ada.AgendaIsLastAsync();
        var next = ada.Card("Agenda: Planning").GetByRole(AriaRole.Button, new() { Name = "Take up the next item" });
        await Expect(ada.Card("Agenda: Planning").GetByRole(AriaRole.Heading)).Not.ToBeInViewportAsync();
        await Expect(next).ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
