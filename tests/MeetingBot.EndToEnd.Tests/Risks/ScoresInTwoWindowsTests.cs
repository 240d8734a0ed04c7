using MeetingBot.EndToEnd.Tests.Browser;
using Microsoft.Playwright;
using static MeetingBot.EndToEnd.Tests.Risks.ScoreStory;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>The story in the room: two members by hand, six more by the forms of its page without a script.</summary>
[Collection(InBrowser.Name)]
public sealed class ScoresInTwoWindowsTests(Chromium chromium)
{
    [Fact]
    public async Task EightMembersScoreAlone_TalkAboutTheSplitRow_AgreeAndHandInAReport()
    {
        await using var bot = await RunningBot.StartAsync(WhenAsked);
        await using var anna = await chromium.EnterAsync(bot, "main", Chair);
        await using var dora = await chromium.EnterAsync(bot, "main", Outlier);
        using var others = new HttpMembers(bot, Members.Except([Chair, Outlier]));
        await PrepareAsync(anna, dora, others);
        await ScoreAsync(bot, anna, dora, others);
        await RevealAsync(anna, dora);
        await TalkAsync(anna, dora, others);
        await ScoreAgainAsync(anna, dora, others);
        var report = await SettleAsync(anna);
        await HandedInReport.AssertRightAsync(anna.Page, report);
        Assert.Empty(anna.Problems);
        Assert.Empty(dora.Problems);
    }

    private static async Task PrepareAsync(RoomWindow anna, RoomWindow dora, HttpMembers others)
    {
        await anna.SayAsync(Begin, Begun);
        await anna.SayAsync(Scope, "In: tokens from issue to use, and their workflows");
        await anna.SendAsync(Import);
        await anna.PressAsync(ToImport, ImportNow);
        await dora.SeesAsync(Imported);
        await dora.SendAsync("/help risks");
        await others.ComeAsync();
        foreach (var community in Communities) await anna.SendAsync(community);
        await anna.SeesAsync("• ALICE, weight 2: Emil");
        foreach (var risk in Scenarios) await anna.SayAsync(Add(risk), risk.Title + ". What stands against it");
        await anna.SayAsync(Open, Opened);
        await Expect(anna.Card(Opened)).ToContainTextAsync("Nothing yet (8)");
    }

    private static async Task ScoreAsync(RunningBot bot, RoomWindow anna, RoomWindow dora, HttpMembers others)
    {
        await OwnCard.ScoreAsync(anna, 0, "Save and next");
        // A slip: it is found on the way back, and nobody else's page shows that anything was changed.
        await OwnCard.FillAsync(anna, 1, '5', '4', Reason(Chair, 1));
        await anna.PressAsync("TR-2", "Save and next");
        await Expect(anna.Card("TR-3")).ToContainTextAsync("Recorded");
        await Expect(dora.Card(Opened)).ToContainTextAsync("Anna 2 of 5");
        var before = await PostsAsync(dora);
        await anna.PressAsync("TR-3", "Back");
        await Expect(OwnCard.Value(anna, 1, "Likelihood", '5')).ToBeCheckedAsync();
        await Expect(anna.Card("TR-2").GetByLabel("Why?")).ToHaveValueAsync(Reason(Chair, 1));
        await OwnCard.ScoreAsync(anna, 1, "Save and next");
        await anna.SayAsync("One moment", "One moment");
        await dora.SeesAsync("One moment");
        Assert.Equal(before, (await PostsAsync(dora)).Take(before.Count));

        await OwnCard.ScoreAsync(anna, 2, "Save and next");
        await OwnCard.ScoreAsync(anna, 3, "Save and next");
        await OwnCard.ScoreAsync(anna, 4, "Save");
        await Expect(anna.Card("TR-5")).ToContainTextAsync("Recorded");
        await Expect(anna.Card("TR-5")).ToContainTextAsync("TR-5, likelihood don't know, impact 3.");
        await Expect(anna.Card("TR-5")).ToContainTextAsync("5 of 5 · all answered");

        // What is open comes again by itself, whatever was skipped.
        await dora.PressAsync("TR-1", "Skip to the next");
        for (var risk = 1; risk < 5; risk++) await OwnCard.ScoreAsync(dora, risk, "Save and next");
        await OwnCard.ScoreAsync(dora, 0, "Save");
        await Expect(dora.Card("TR-1")).ToContainTextAsync("all answered");
        await others.ScoreAsync(member => ScoresOf(member, Reason));
        await Expect(anna.Card(Opened)).ToContainTextAsync("All answered (7): Anna, Ben, Carl, Dora, Emil, Fay, Gus");
        await Expect(anna.Card(Opened)).ToContainTextAsync("On the way (1): Hana 3 of 5");
        await NobodySeesAsync(bot, anna, dora, others);
    }

    // The whole of each page, as the browser holds it and as it comes over the wire.
    private static async Task NobodySeesAsync(RunningBot bot, RoomWindow anna, RoomWindow dora, HttpMembers others)
    {
        foreach (var (window, name) in new[] { (anna, Chair), (dora, Outlier) })
        {
            AssertBlind(name, await window.Page.ContentAsync());
            await window.Page.ReloadAsync();
            await window.LiveAsync();
            AssertBlind(name, await window.Page.ContentAsync());
            // Who looks again finds what they have said.
            await Expect(window.Card("TR-1: ")).ToContainTextAsync("all answered");
            await Expect(OwnCard.Value(window, 0, "Likelihood", '3')).ToBeCheckedAsync();
        }
        foreach (var member in others.All) AssertBlind(member.Name, await member.PageAsync());
        await anna.SendAsync("/export");
        var link = await anna.Page.Locator("#posts a[href*='/export/']").GetAttributeAsync("href");
        var export = await anna.Page.APIRequest.GetAsync(new Uri(bot.Address, link).AbsoluteUri);
        Assert.True(export.Ok);
        var kept = await export.TextAsync();
        Assert.Contains("Tokens in a grid", kept, StringComparison.Ordinal);
        AssertBlind("nobody", kept);
    }

    private static void AssertBlind(string reader, string text)
    {
        foreach (var reason in ReasonsOfOthers(reader)) Assert.DoesNotContain(reason, text, StringComparison.Ordinal);
        foreach (var figure in new[] { "median", "consensus", "SPLIT", "KNOWLEDGE_GAP" })
            Assert.DoesNotContain(figure, text, StringComparison.Ordinal);
    }

    private static async Task RevealAsync(RoomWindow anna, RoomWindow dora)
    {
        await anna.PressAsync(Opened, "Reveal");
        await dora.SeesAsync("how the scores fell");
        await anna.SeesAsync("how the scores fell");
        var card = await dora.Card("how the scores fell").InnerTextAsync();
        foreach (var words in OfAll) Assert.True(card.Contains(words, StringComparison.Ordinal), $"\"{words}\" is not in: {card}");
        Assert.Matches("(?s)TR-2 .*TR-4 .*TR-3 .*TR-1 .*TR-5 ", card);
        foreach (var risk in Figures.GroupBy(figures => figures.Risk))
        {
            await dora.SendAsync($"/risks {risk.Key}");
            await Expect(dora.Card($"{risk.Key}: ")).ToContainTextAsync("consensus");
            var text = await dora.Card($"{risk.Key}: ").InnerTextAsync();
            foreach (var (_, middle, spread) in risk)
            {
                Assert.Contains(middle, text, StringComparison.Ordinal);
                Assert.Contains(spread, text, StringComparison.Ordinal);
            }
            if (risk.Key == "TR-2") Assert.Contains(Weighted, text, StringComparison.Ordinal);
        }
        // The reasons of both sides, and nobody's name.
        await Expect(dora.Card("TR-2: ")).ToContainTextAsync("reason2-of-Emil");
    }

    private static async Task TalkAsync(RoomWindow anna, RoomWindow dora, HttpMembers others)
    {
        await anna.SayAsync("/risk discuss", ForTheMeeting);
        await anna.SayAsync("/meeting start Scores", "Scores has started");
        await anna.SayAsync("/agenda next", "TR-2: how the scores fell is above. Those who scored lowest and highest speak first");
        await Expect(dora.Card("TR-2: ")).ToContainTextAsync("SPLIT: n 8");
        await dora.SeesAsync("TR-2 is being talked about. You scored likelihood 5, away from others");
        await Expect(anna.Page.Locator("#posts")).Not.ToContainTextAsync("You scored likelihood 5");
        foreach (var member in others.All.Where(one => one.Name is "Ben" or "Fay" or "Hana"))
            Assert.DoesNotContain("TR-2 is being talked about", await member.PageAsync(), StringComparison.Ordinal);
        await dora.SayAsync("DD - the incident of May counts for likelihood", "the incident of May");
    }

    private static async Task ScoreAgainAsync(RoomWindow anna, RoomWindow dora, HttpMembers others)
    {
        await anna.SayAsync(OpenAgain, OpenedAgain);
        await dora.SeesAsync("TR-2: A refresh token is stolen");
        foreach (var (window, place) in new[] { (anna, 0), (dora, 3) })
        {
            await Expect(OwnCard.Value(window, 1, "Likelihood", '3')).ToBeEnabledAsync();
            await OwnCard.FillAsync(window, 1, Again[place], '4', "");
            await window.PressAsync("TR-2", "Save");
            await Expect(window.Card("TR-2")).ToContainTextAsync("all answered");
        }
        await others.ScoreAsync(member => [(Again[Array.IndexOf(Members, member)], '4', "")]);
        await anna.SayAsync("/risk reveal", RevealedAgain);
        await anna.SendAsync("/risks TR-2");
        await Expect(anna.Card("TR-2: ")).ToContainTextAsync("Moved since round 1: 0.625");
        await Expect(anna.Card("TR-2: ")).ToContainTextAsync("consensus 0.8074");
    }

    private static async Task<Uri> SettleAsync(RoomWindow anna)
    {
        await anna.SayAsync("/risk agree TR-2", Agreed);
        await anna.SayAsync(Treat, Treated);
        await anna.SayAsync("/meeting end", "Scores has ended");
        await anna.SayAsync("/risk freeze v1.0", Frozen);
        await anna.SendAsync("/risk report v1.0");
        await Expect(anna.Card("Report of ")).ToContainTextAsync("It is frozen, and changes no more.");
        var link = anna.Card("Report of ").GetByRole(AriaRole.Link, new() { Name = "Open the report" });
        return new Uri((await link.GetAttributeAsync("href"))!);
    }

    // Each message as it stands in the page, hidden fields and all.
    private static async Task<IReadOnlyList<string>> PostsAsync(RoomWindow window) =>
        await window.Posts.EvaluateAllAsync<string[]>("posts => posts.map(post => post.outerHTML)");
}
