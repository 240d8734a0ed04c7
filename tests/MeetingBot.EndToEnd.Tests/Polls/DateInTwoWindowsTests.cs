using MeetingBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;
using static MeetingBot.EndToEnd.Tests.Polls.DateStory;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Polls;

[Collection(InBrowser.Name)]
public sealed class DateInTwoWindowsTests(Chromium chromium)
{
    [Fact]
    public async Task QuickPoll_FindsTheDate_WhoseInvitationIsRight_AndTheAgendaIsThereWhenTheyMeet()
    {
        await using var bot = await RunningBot.StartAsync(WhenAsked);
        await using var ada = await chromium.EnterAsync(bot, "main", Ada, new() { TimezoneId = Zone });
        await using var luna = await chromium.EnterAsync(bot, "main", Luna, new() { TimezoneId = Zone });
        await ada.SayAsync(FirstItem, "Added 1. Token lifetimes");
        await luna.SayAsync(SecondItem, "Added 2. Scopes of the analysis");

        await ada.SendAsync(UsualTime);
        await AnswerAsync(luna, "Poll 1: usual time?", (Tuesday, "No"));
        await Expect(ada.Card("Poll 1").GetByRole(AriaRole.Row).Filter(new() { HasText = Tuesday })).ToContainTextAsync("1: Luna");
        await ada.PressAsync("Poll 1", "Close now");
        await luna.SeesAsync("No result: nobody wants any of it.");

        await ada.SendAsync(QuickPoll);
        await AnswerAsync(luna, "Poll 2: Token group", (Tuesday, "No"), (Friday, "Yes"));
        await AnswerAsync(ada, "Poll 2: Token group", (Tuesday, "If need be"), (Friday, "Yes"));
        await Expect(luna.Card("Poll 2")).ToContainTextAsync("Answered (2): Ada, Luna");
        await ada.PressAsync("Poll 2", "Close now");
        await luna.SeesAsync($"Result: {Friday} (2 yes, 0 if need be, 0 no).");
        await ada.PressAsync("Poll 2", $"Meet {Friday}");
        await luna.SeesAsync(Decided);

        var link = luna.Card("Token group: Fri 11 July").GetByRole(AriaRole.Link, new() { Name = "Add to calendar" });
        await Invitations.AssertRightAsync(new Uri((await link.GetAttributeAsync("href"))!));
        Assert.Empty(ada.Problems);
        Assert.Empty(luna.Problems);

        await bot.KillAsync();
        await bot.StartAgainAsync(WhenMet);
        await ada.Page.ReloadAsync();
        await ada.LiveAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Start the meeting" }).ClickAsync();
        await luna.SeesAsync("Token group has started");
        await Expect(luna.Section("Agenda").Locator("li")).ToContainTextAsync(
            ["Token lifetimes", "Scopes of the analysis"]);
        await Expect(ada.Card("Agenda: Token group")).ToContainTextAsync("Scopes of the analysis");
    }

    [Fact]
    public async Task OwnAnswer_StaysInTheInputs_WhateverChangesTheCard()
    {
        await using var ada = await chromium.EnterAsync("answers", Ada);
        await using var luna = await chromium.EnterAsync("answers", Luna);
        await ada.SendAsync("/poll Where do we begin? | with all that a token can do | with what a token lives through");
        var menu = luna.Card("Where do we begin?").GetByLabel("Your choice");
        await menu.SelectOptionAsync("2");
        await luna.PressAsync("Where do we begin?", "Record my answer");
        await Expect(luna.Card("Where do we begin?")).ToContainTextAsync("Recorded");
        await ada.Card("Where do we begin?").GetByLabel("Your choice").SelectOptionAsync("1");
        await ada.PressAsync("Where do we begin?", "Record my answer");
        await Expect(luna.Card("Where do we begin?")).ToContainTextAsync("Answered (2)");
        await Expect(menu).ToHaveValueAsync("2");
        await Expect(ada.Card("Where do we begin?").GetByLabel("Your choice")).ToHaveValueAsync("1");
    }

    private static async Task AnswerAsync(RoomWindow window, string poll, params (string Option, string Answer)[] answers)
    {
        foreach (var (option, answer) in answers)
            await window.Card(poll).GetByRole(AriaRole.Group, new() { Name = option })
                .GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await window.PressAsync(poll, "Record my answer");
        await Expect(window.Card(poll)).ToContainTextAsync("Recorded");
    }
}
