using System.Collections.Concurrent;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class ContentPolicyTests(Chromium chromium)
{
    [Fact]
    public async Task EveryPage_KeepsItsPolicy_AndLoadsNothingFromElsewhere()
    {
        await using var ada = await chromium.EnterAsync("policy", "Ada");
        var asked = new ConcurrentQueue<string>();
        ada.Page.Request += (_, request) => asked.Enqueue(request.Url);
        await ada.SayAsync("/meeting start Planning", "Agenda: Planning");
        await ada.SayAsync("note: one line", "Noted: one line");
        await ada.PressAsync("Agenda: Planning", "Refresh");
        foreach (var path in new[] { "/", "/room/policy", "/room/policy?as=Ada", "/room/policy/minutes" })
        {
            var answer = await ada.Page.GotoAsync(new Uri(chromium.Bot.Address, path).AbsoluteUri);
            Assert.StartsWith("default-src 'none'; script-src 'self';", answer!.Headers["content-security-policy"], StringComparison.Ordinal);
        }
        Assert.All(asked, url => Assert.Equal(chromium.Bot.Address.Authority, new Uri(url).Authority));
        Assert.Empty(ada.Problems);
    }
}
