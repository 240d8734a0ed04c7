using MeetingBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Polls;

/// <summary>What a voter sees of the others on their own card.</summary>
[Collection(InBrowser.Name)]
public sealed class OwnCardTests(Chromium chromium)
{
    // Which edit of the card's post is shown.
    private const string Version =
        "() => document.querySelector('.post:has(form.card)').dataset.print.replace('answer-', '').split('-')[0]";

    [Fact]
    public async Task AnswerThatComesAfterTheNextDrawing_TakesNoCountsAway()
    {
        await using var ada = await chromium.EnterAsync("own-card", "Ada");
        await using var luna = await chromium.EnterAsync("own-card", "Luna");
        await ada.SayAsync("/poll Where do we begin? | at the end | in the middle", "Where do we begin?");
        await ada.Card("Where do we begin?").GetByLabel("at the end").CheckAsync();
        await ada.PressAsync("Where do we begin?", "Record my answer");
        var card = luna.Card("Where do we begin?");
        await Expect(card).ToContainTextAsync("Answered (1): Ada");

        var drawn = new TaskCompletionSource();
        await luna.Page.RouteAsync("**/answer*", async route =>
        {
            var answer = await route.FetchAsync();
            await drawn.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        var before = await luna.Page.EvaluateAsync<string>(Version);
        await card.GetByLabel("in the middle").CheckAsync();
        await luna.PressAsync("Where do we begin?", "Record my answer");
        await Expect(card).ToContainTextAsync("Answered (2): Ada, Luna");
        // The shared card was edited too: nothing more comes that would mend it.
        await luna.Page.WaitForFunctionAsync($"before => ({Version})() !== before", before);
        var answered = luna.Page.WaitForResponseAsync(response => response.Url.Contains("/answer", StringComparison.Ordinal));
        drawn.SetResult();
        await answered;
        await Expect(luna.Notice).ToContainTextAsync("Recorded");
        await Expect(card).ToContainTextAsync("Answered (2): Ada, Luna");
        await Expect(card).ToContainTextAsync("Recorded");
        Assert.Empty(luna.Problems);
    }

    [Fact]
    public async Task WithoutScript_TheOwnCardTellsTheCountsToo()
    {
        await using var ada = await chromium.EnterAsync("own-card-plain", "Ada");
        await ada.SayAsync("/poll Where do we begin? | at the end | in the middle", "Where do we begin?");
        await ada.Card("Where do we begin?").GetByLabel("at the end").CheckAsync();
        await ada.PressAsync("Where do we begin?", "Record my answer");
        await Expect(ada.Card("Where do we begin?")).ToContainTextAsync("Answered (1): Ada");

        var luna = await chromium.PageAsync(new() { JavaScriptEnabled = false });
        await luna.GotoAsync(new Uri(chromium.Bot.Address, "/room/own-card-plain?as=Luna").AbsoluteUri);
        await luna.GetByLabel("in the middle").CheckAsync();
        await luna.GetByRole(AriaRole.Button, new() { Name = "Record my answer" }).ClickAsync();
        await Expect(luna.Locator("form.card").Last).ToContainTextAsync("Recorded");
        await Expect(luna.Locator("form.card").Last).ToContainTextAsync("Answered");
        await luna.Context.CloseAsync();
    }
}
