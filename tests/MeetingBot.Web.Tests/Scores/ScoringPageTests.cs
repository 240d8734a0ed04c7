using System.Net;
using AngleSharp.Html.Dom;
using MeetingBot.Risks.Scoring;
using MeetingBot.Web.Tests.Hosts;
using NodaTime;

namespace MeetingBot.Web.Tests.Scores;

/// <summary>What a guest who scores risks sees and does, without a script.</summary>
public sealed class ScoringPageTests
{
    private const string Name = "Anna O'Brien <b \"q\" [x](y) &lt";

    [Fact]
    public async Task Page_IsTheMembersCard_OfOneRisk()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        await host.SayAsync("/settings name Token group");
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/score/{token}?zone=America/New_York");
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Equal("TR-1: Token 1 is stolen", Assert.Single(page.QuerySelectorAll("h1")).Words());
        var words = page.QuerySelector("main")!.Words();
        string[] order =
        [
            "Token group asks. You score as Anna Berg, a guest.", "0 of 3 answered", "Tokens in the grid · 1 of 3 · 0 answered · until Fri 6 March 12:00 (America/New_York)",
            "Until the round is revealed only you see what you answer", "From a log file", "short lifetimes", "Likelihood", "Impact", "How sure are you?", "Save and next",
            "come back by the same link", "Your time zone", "TLP:AMBER", "keep it to yourself",
        ];
        var from = 0;
        foreach (var part in order)
        {
            var at = words.IndexOf(part, StringComparison.Ordinal);
            Assert.True(at >= from, $"\"{part}\" is not where it belongs: {words}");
            from = at;
        }
        Assert.Equal(["1", "2", "3", "4", "5", "?", "-"], page.QuerySelectorAll("[name='field.likelihood']").Select(one => one.GetAttribute("value")));
        Assert.DoesNotContain(page.QuerySelectorAll("a[href], form"), link => (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Contains("room", StringComparison.Ordinal));
        var headers = window.Response.Headers;
        Assert.True(headers.CacheControl!.NoStore);
        Assert.Equal("noindex", Assert.Single(headers.GetValues("X-Robots-Tag")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Scores_AreSavedOneByOne_WithAReceipt_AndChanged()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/score/{token}?zone=America/New_York");
        page = await window.PressAsync(page, "Save and next", ("likelihood", "4"), ("impact", "2"), ("rationale", "seen in May"));
        Assert.Equal("TR-2: Token 2 is stolen", page.QuerySelector("h1")!.Words());
        Assert.Contains("Recorded 04:05 (America/New_York): TR-1, likelihood 4, impact 2.", page.QuerySelector("form.card")!.Words(), StringComparison.Ordinal);
        Assert.Contains("1 of 3 answered", page.QuerySelector(".far")!.Words(), StringComparison.Ordinal);

        page = await window.PressAsync(page, "Skip to the next");
        Assert.Equal(("TR-3: Token 3 is stolen", 1), (page.QuerySelector("h1")!.Words(), (await host.ScoresAsync()).Count));
        page = await window.PressAsync(page, "Back");
        page = await window.PressAsync(page, "Back");
        Assert.Equal(("4", "2", "none"), (page.Chosen("likelihood"), page.Chosen("impact"), page.Chosen("confidence")));
        Assert.Equal("seen in May", page.QuerySelector("textarea")!.TextContent);
        page = await window.PressAsync(page, "Save and next", ("likelihood", "5"));
        Assert.Contains("TR-1, likelihood 5, impact 2.", page.Body!.Words(), StringComparison.Ordinal);
        page = await window.PressAsync(page, "Save and next", ("likelihood", "?"), ("impact", "-"));
        page = await window.PressAsync(page, "Save", ("likelihood", "1"), ("impact", "1"));
        Assert.Contains("All 3 are answered, thank you.", page.QuerySelector("#notice")!.Words(), StringComparison.Ordinal);
        Assert.Contains("all answered; you may change them until the close", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(3, (await host.ScoresAsync()).Count);

        // Opened a day later by the bare link: all is as it was sent, in the zone of the answers.
        host.Clock.Now += Duration.FromHours(24);
        page = await window.OpenAsync($"/score/{token}");
        Assert.Equal("5", page.Chosen("likelihood"));
        Assert.Contains("(America/New_York): TR-1, likelihood 5, impact 2.", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfAnAnswer_IsRecorded_AndTheSameRiskStaysOpen()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await window.PressAsync(await window.OpenAsync($"/score/{token}"), "Save and next", ("likelihood", "4"));
        Assert.Equal("TR-1: Token 1 is stolen", page.QuerySelector("h1")!.Words());
        Assert.Contains("TR-1, likelihood 4; impact is open.", page.Body!.Words(), StringComparison.Ordinal);
        page = await window.PressAsync(await window.OpenAsync($"/score/{token}?risk=TR-2"), "Save and next");
        Assert.Equal("No score was chosen, so nothing was recorded. Choose a value, or don't know.", page.QuerySelector("#notice.bad")!.Words());
        Assert.Equal("TR-2: Token 2 is stolen", page.QuerySelector("h1")!.Words());
        Assert.Single(await host.ScoresAsync());
    }

    [Fact]
    public async Task RefusedAnswer_KeepsWhatWasTypedAndChosen()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/score/{token}?risk=TR-2");
        page = await window.PressAsync(page, "Save and next", ("confidence", "2"), ("rationale", "A <reason> of\ntwo lines"));
        Assert.Contains("No score was chosen", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("A <reason> of\ntwo lines", Why(page));
        Assert.StartsWith("TR-2", page.QuerySelector("form.card h2, form.card h1, form.card h3")!.Words(), StringComparison.Ordinal);

        var far = new string('x', 501);
        page = await window.PressAsync(page, "Save and next", ("likelihood", "4"), ("impact", "9"), ("rationale", far));
        Assert.Equal("4", page.Chosen("likelihood"));
        Assert.Null(page.Chosen("impact"));
        Assert.Equal(far, Why(page));
        page = await window.PressAsync(page, "Save and next", ("impact", "?"), ("rationale", "Short"));
        Assert.Contains("TR-2, likelihood 4, impact don't know", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("Short", Assert.Single(await host.ScoresAsync()).Rationale);

        var late = await window.OpenAsync($"/score/{token}?risk=TR-3");
        await host.SayAsync("/risk reveal");
        page = await window.PressAsync(late, "Save and next", ("likelihood", "4"), ("impact", "2"), ("rationale", "Too <late>"));
        Assert.Contains("You had written: Too <late>", page.Body!.Words(), StringComparison.Ordinal);

        static string Why(IHtmlDocument page) => ((IHtmlTextAreaElement)page.QuerySelector("[name='field.rationale']")!).Value;
    }

    [Fact]
    public async Task SameFormSentTwice_HasOneEffect()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = await window.OpenAsync($"/score/{token}");
        await window.PressAsync(form, "Save and next", ("likelihood", "4"), ("impact", "2"));
        var first = Assert.Single(await host.ScoresAsync());
        host.Clock.Now += Duration.FromMinutes(1);
        var again = await window.PressAsync(form, "Save and next", ("likelihood", "4"), ("impact", "2"));
        Assert.Equal("TR-2: Token 2 is stolen", again.QuerySelector("h1")!.Words());
        Assert.Contains("Recorded 10:05: TR-1, likelihood 4, impact 2.", again.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(first.At, Assert.Single(await host.ScoresAsync()).At);
    }

    [Theory]
    [InlineData("TR-1.1", false)]
    [InlineData("TR-1.99999999999999999999", false)]
    [InlineData("TR-2.NOW", false)]
    [InlineData("<b>.NOW", false)]
    [InlineData("TR-1.NOW", true)]
    public async Task WhatAnAddressMakesUp_IsNotSaid(string said, bool isSaid)
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        await window.PressAsync(await window.OpenAsync($"/score/{token}"), "Save and next", ("likelihood", "4"), ("impact", "2"));
        var now = host.Clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var page = await window.OpenAsync($"/score/{token}?risk=TR-3&said={Uri.EscapeDataString(said.Replace("NOW", now, StringComparison.Ordinal))}");
        Assert.Equal(isSaid, page.Body!.Words().Contains("Recorded", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/risk reveal", "This round is over: 2 of 3 who were asked have scored 3 risks.")]
    [InlineData("/risk cancel", "This round was called off.")]
    public async Task AfterTheClose_ItSaysWhatCameOfIt_AndNoScore(string typed, string words)
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        var other = await host.InviteScorerAsync("Ben Ito");
        using var window = new Window(host.Address);
        await window.PressAsync(
            await window.OpenAsync($"/score/{other}"), "Save and next", ("likelihood", "5"), ("impact", "1"), ("rationale", "hush"));
        var open = await window.OpenAsync($"/score/{token}");
        await window.PressAsync(open, "Save and next", ("likelihood", "4"), ("impact", "2"));
        await host.SayAsync(typed);
        var page = await window.PressAsync(open, "Save and next", ("likelihood", "1"), ("impact", "1"));
        Assert.NotEqual("", page.QuerySelector("#notice.bad")!.Words());
        page = await window.OpenAsync($"/score/{token}?risk=TR-1");
        Assert.Contains(words, page.Body!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[name^='field.'], button, select, textarea, progress"));
        foreach (var hidden in new[] { "hush", "Ben", "ikelihood", "AGREED", "SPLIT" })
            Assert.DoesNotContain(hidden, page.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(Score.Of(4), (await host.ScoresAsync()).Single(score => score.Member.Name == "Anna Berg").Scores[RiskDimension.Likelihood]);
    }

    [Fact]
    public async Task BeforeTheReveal_NothingOfAnotherGuestIsOnThePage()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        var other = await host.InviteScorerAsync("Ben Ito");
        using var window = new Window(host.Address);
        await window.PressAsync(
            await window.OpenAsync($"/score/{other}"), "Save and next", ("likelihood", "5"), ("impact", "1"), ("rationale", "hush"));
        foreach (var more in new[] { "", "?risk=TR-1", "?risk=TR-1&said=TR-1." + host.Clock.Now.ToUnixTimeSeconds() })
        {
            var page = await window.OpenAsync($"/score/{token}{more}");
            Assert.Null(page.Chosen("likelihood"));
            Assert.DoesNotContain("hush", page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ben", page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Recorded", page.Source.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Zone_IsChosenWithoutScript_AndTheRiskStays()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = (await window.OpenAsync($"/score/{token}?risk=TR-2")).QuerySelector("form.zone")!;
        Assert.Equal(("get", $"/score/{token}"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("TR-2", form.QuerySelector("[name=risk]")!.GetAttribute("value"));
        foreach (var odd in new[] { "%3Cscript%3E", "Nowhere/Town", new string('x', 3000), "" })
        {
            var page = await window.OpenAsync($"/score/{token}?zone={odd}&risk={odd}");
            Assert.Contains("Times are those of Europe/Zurich, the group's zone.", page.Body!.Words(), StringComparison.Ordinal);
            Assert.Equal("TR-1: Token 1 is stolen", page.QuerySelector("h1")!.Words());
            Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public async Task HostileWords_StayText(string text)
    {
        var (host, token) = await Scorers.WithScorerAsync(guest: Name);
        await using var _ = host;
        await host.SayAsync("/risk edit TR-1 mitigation: " + text.ReplaceLineEndings(" "));
        using var window = new Window(host.Address);
        await window.PressAsync(
            await window.OpenAsync($"/score/{token}"), "Save and next", ("likelihood", "4"), ("impact", "2"), ("rationale", text));
        var page = await window.OpenAsync($"/score/{token}?risk=TR-1");
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Contains(Name, page.Body!.Words(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, svg, [onerror], [onload], [onfocus], [autofocus], a[href^='javascript']"));
        Assert.Equal(2, page.QuerySelectorAll("form").Length);
    }

    [Fact]
    public async Task WhileTheStoreIsAway_ThePageSaysSo_AndTheSameAnswerIsTakenOnce()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = await window.OpenAsync($"/score/{token}");
        host.Table.FailsCommit = _ => true;
        var page = await window.PressAsync(form, "Save and next", ("likelihood", "4"), ("impact", "2"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        Assert.Contains("it is taken only once", page.Body!.Words(), StringComparison.Ordinal);
        host.Table.FailsCommit = _ => false;
        await window.PressAsync(form, "Save and next", ("likelihood", "4"), ("impact", "2"));
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Single(await host.ScoresAsync());
    }
}
