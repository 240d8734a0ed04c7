using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>Somebody without an account answers a poll by the link that they were sent.</summary>
[Collection(InBrowser.Name)]
public sealed class GuestTests(Chromium chromium)
{
    [Fact]
    public async Task WithoutScript_AGuestAnswersChangesAndChoosesTheirZone()
    {
        await using var ada = await chromium.EnterAsync("guests", "Ada");
        var link = await InviteAsync(ada);
        var guest = await chromium.PageAsync(new() { JavaScriptEnabled = false, TimezoneId = "Asia/Tokyo" });
        await guest.GotoAsync(link);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Poll 1: Kick-off");
        await Expect(guest.GetByText("Everyone sees who answers what, and comments.")).ToBeVisibleAsync();
        await Expect(guest.GetByLabel("Your time zone")).ToHaveValueAsync("UTC");

        var zone = guest.GetByLabel("Your time zone");
        await zone.SelectOptionAsync("America/New_York");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Show times there" }).ClickAsync();
        await Answer(guest, "= Thu 1 July 2100 10:00–11:00 (America/New_York)", "Yes").CheckAsync();
        await guest.GetByLabel("Comment").FillAsync("<b>by train</b>");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Record my answer" }).ClickAsync();
        await Expect(guest.GetByText("Your answer is recorded.")).ToBeVisibleAsync();
        await Expect(guest.GetByText("(America/New_York): yes, no answer")).ToBeVisibleAsync();
        await Expect(ada.Card("Poll 1: Kick-off")).ToContainTextAsync("Answered (1): Anna Berg (guest)");
        await Expect(ada.Card("Poll 1: Kick-off")).ToContainTextAsync("Anna Berg (guest): <b>by train</b>");

        await guest.GotoAsync(link);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Take my answer back" }).ClickAsync();
        await Expect(guest.GetByText("Your answer is taken back.")).ToBeVisibleAsync();
        await ada.SayAsync("/poll guests 1 revoke Anna Berg", "The link of Anna Berg has ended.");
        await guest.GotoAsync(link);
        await Expect(guest.GetByText("There is no poll to answer here")).ToBeVisibleAsync();
        await guest.Context.CloseAsync();
        Assert.Empty(ada.Problems);
    }

    [Fact]
    public async Task ZoneOfTheBrowser_IsTheGuests_OnAPhoneToo()
    {
        await using var ada = await chromium.EnterAsync("guests-zone", "Ada");
        var link = await InviteAsync(ada);
        var guest = await chromium.PageAsync(new()
        {
            TimezoneId = "Asia/Tokyo", ViewportSize = new() { Width = 390, Height = 800 }, IsMobile = true, HasTouch = true,
        });
        var problems = new List<string>();
        guest.Console += (_, message) => problems.Add(message.Text);
        guest.PageError += (_, error) => problems.Add(error);
        await guest.GotoAsync(link);
        await Expect(guest.GetByLabel("Your time zone")).ToHaveValueAsync("Asia/Tokyo");
        await Expect(guest.GetByText("At night in Asia/Tokyo")).ToBeVisibleAsync();
        await Answer(guest, "= Thu 1 July 2100 23:00–00:00 (Asia/Tokyo)", "If need be").CheckAsync();
        await guest.GetByRole(AriaRole.Button, new() { Name = "Record my answer" }).TapAsync();
        await Expect(guest.GetByText("(Asia/Tokyo): if need be, no answer")).ToBeVisibleAsync();
        await Expect(guest.GetByText("Your answer is recorded.")).ToBeVisibleAsync();
        await Expect(guest).Not.ToHaveURLAsync(new Regex("said="));
        await guest.ReloadAsync();
        await Expect(guest.GetByText("(Asia/Tokyo): if need be, no answer")).ToBeVisibleAsync();
        await Expect(guest.GetByText("Your answer is recorded.")).Not.ToBeAttachedAsync();
        Assert.True(await guest.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && innerWidth === 390"));
        Assert.Empty(problems);
        await guest.Context.CloseAsync();
    }

    private static ILocator Answer(IPage page, string option, string answer) => page
        .GetByRole(AriaRole.Group, new() { Name = option }).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true });

    private static async Task<string> InviteAsync(RoomWindow ada)
    {
        await ada.SayAsync("/poll \"Kick-off\" 1 July 2100 14:00, 2 July 2100 14:00 for 1h", "Poll 1: Kick-off");
        await ada.SayAsync("/poll guests 1 Anna Berg", "The link to answer Poll 1");
        return (await ada.Posts.Locator("a[href*='/ballot/']").GetAttributeAsync("href"))!;
    }
}
