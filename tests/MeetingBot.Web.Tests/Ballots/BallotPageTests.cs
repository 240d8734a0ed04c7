using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MeetingBot.Polls;
using MeetingBot.Web.Tests.Hosts;
using NodaTime;

namespace MeetingBot.Web.Tests.Ballots;

/// <summary>What a guest sees and does, without a script.</summary>
public sealed class BallotPageTests
{
    private const string Zone = "?zone=America/New_York";
    private const string Name = "Anna O'Brien <b \"q\" [x](y) &lt";

    [Fact]
    public async Task Page_IsThePollsCard_WithWhoSeesWhatAboveTheInputs()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/ballot/{token}{Zone}");
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Equal("Poll 1: TTT July", Assert.Single(page.QuerySelectorAll("h1")).TextContent.Trim());
        Assert.Contains("You answer as Anna Berg, a guest", Words(page.Body!), StringComparison.Ordinal);
        var form = page.QuerySelector("form.card")!;
        var words = form.Children.Single(part => part.TextContent.Contains(PollSight.Words(host.PollAsync().Result), StringComparison.Ordinal));
        Assert.True(words.Index() < form.Children.First(part => part.QuerySelector("[type=radio]") is not null).Index());
        Assert.Equal(["Fri 3 July 16:00–17:00 = Fri 3 July 10:00–11:00 (America/New_York)", "Tue 7 July 15:00–16:00 = Tue 7 July 09:00–10:00 (America/New_York)", "Comment"], form.QuerySelectorAll("legend, label[for]").Select(Words));
        Assert.Equal(["Record my answer"], form.QuerySelectorAll("button:not(.default-press)").Select(Words));
        Assert.Equal("America/New_York", ((IHtmlSelectElement)page.QuerySelector("#zone")!).Value);
        Assert.Contains("Times are those of Europe/Zurich, the group's zone, and behind “=” those of America/New_York.", Words(page.Body!), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("a[href], form"), link => (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Contains("room", StringComparison.Ordinal));
        var headers = window.Response.Headers;
        Assert.True(headers.CacheControl!.NoStore);
        Assert.Equal("noindex", Assert.Single(headers.GetValues("X-Robots-Tag")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Answer_IsRecordedChangedAndTakenBack_ByTheFormAlone()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/ballot/{token}{Zone}");
        page = await SendAsync(window, page, new() { ["field.o1"] = "yes", ["field.o2"] = "maybe", ["field.comment"] = "by train" });
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Contains("Your answer is recorded.", Words(page.QuerySelector("#notice")!), StringComparison.Ordinal);
        Assert.Contains("Recorded 04:05 (America/New_York): yes, if need be", Words(page.Body!), StringComparison.Ordinal);
        var ballot = Assert.Single(await host.BallotsAsync());
        Assert.Equal(("Anna Berg", true, "America/New_York", "by train"), (ballot.Voter.Name, ballot.Voter.IsGuest, ballot.Voter.Zone, ballot.Comment));

        // Opened anew by the bare link, the zone is that of the answer, and the inputs are as they were sent.
        page = await window.OpenAsync($"/ballot/{token}");
        Assert.Equal("maybe", ((IHtmlInputElement)page.QuerySelector("[name='field.o2'][checked]")!).Value);
        page = await SendAsync(window, page, new() { ["field.o1"] = "no" });
        Assert.Contains("(America/New_York): no, if need be", Words(page.Body!), StringComparison.Ordinal);
        Assert.Single(await host.BallotsAsync());
        page = await SendAsync(window, page, [], "Take my answer back");
        Assert.Contains("is taken back", Words(page.QuerySelector("#notice")!), StringComparison.Ordinal);
        Assert.Empty(await host.BallotsAsync());
    }

    [Fact]
    public async Task Page_NamesTheGroup_AndHasTheInputsBeforeWhatTheOthersSay()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        await host.SayAsync("/settings name Token group");
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/ballot/{token}");
        Assert.StartsWith("Token group asks. You answer as Anna Berg, a guest.", Words(page.QuerySelector("main")!), StringComparison.Ordinal);
        string[] order =
        [
            "Token group asks", "Poll 1: TTT July", "Everyone sees who answers what", "Comment", "Record my answer",
            "Not yet: Anna Berg (guest)", "Rule:", "Your time zone", "keep it to yourself",
        ];
        var (words, from) = (Words(page.QuerySelector("main")!), 0);
        foreach (var part in order)
        {
            var at = words.IndexOf(part, StringComparison.Ordinal);
            Assert.True(at >= from, $"\"{part}\" is not where it belongs: {words}");
            from = at;
        }
        var card = page.QuerySelector("form.card")!.InnerHtml;
        Assert.True(card.IndexOf("<table", StringComparison.Ordinal) > card.LastIndexOf("type=\"radio\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(-5, false)]
    public async Task WhatWasSaid_IsSaidWhileItIsNews_WhenThePageIsLoadedAgain(int seconds, bool said)
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await SendAsync(window, await window.OpenAsync($"/ballot/{token}"), new() { ["field.o1"] = "yes" });
        await SendAsync(window, page, [], "Take my answer back");
        host.Clock.Now += Duration.FromSeconds(seconds);
        page = await window.OpenAsync(window.Address.PathAndQuery);
        Assert.Equal(said ? "Your answer is taken back." : "", Words(page.QuerySelector("#notice")!));
    }

    [Theory]
    [InlineData("taken-back")]
    [InlineData("taken-back.")]
    [InlineData(".1")]
    [InlineData("taken-back.99999999999999999999")]
    [InlineData("taken-back.1e9")]
    public async Task WhatAnAddressMakesUp_IsNotSaid(string said)
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync($"/ballot/{token}?said={said}");
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Equal("", Words(page.QuerySelector("#notice")!));
    }

    [Fact]
    public async Task SameFormSentTwice_HasOneEffect()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = await window.OpenAsync($"/ballot/{token}");
        await SendAsync(window, form, new() { ["field.o1"] = "yes" });
        var first = Assert.Single(await host.BallotsAsync());
        host.Clock.Now += Duration.FromMinutes(1);
        var again = await SendAsync(window, form, new() { ["field.o1"] = "yes" });
        Assert.Contains("This was sent before.", Words(again.QuerySelector("#notice")!), StringComparison.Ordinal);
        Assert.Equal(first.At, Assert.Single(await host.BallotsAsync()).At);
    }

    [Fact]
    public async Task EmptyForm_IsAnsweredInWords_AndRecordsNothing()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var page = await SendAsync(window, await window.OpenAsync($"/ballot/{token}"), []);
        Assert.Equal("There is no answer on it, so nothing was recorded. Answer at least one option.", Words(page.QuerySelector("#notice.bad")!));
        Assert.Empty(await host.BallotsAsync());
    }

    [Fact]
    public async Task Zone_IsChosenWithoutScript_AndAWrongOneIsNone()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = (IHtmlFormElement)(await window.OpenAsync($"/ballot/{token}")).QuerySelector("form.zone")!;
        Assert.Equal(("get", $"/ballot/{token}"), (form.Method, form.GetAttribute("action")));
        Assert.Contains("Asia/Tokyo", form.QuerySelectorAll("option").Select(option => option.GetAttribute("value")));
        Assert.Contains("Fri 3 July 23:00–Sat 4 July", Words((await window.OpenAsync($"/ballot/{token}?zone=Asia%2FTokyo")).Body!).Replace("23:00–00:00", "23:00–Sat 4 July", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var odd in new[] { "%3Cscript%3E", "Nowhere/Town", new string('x', 3000), "" })
        {
            var page = await window.OpenAsync($"/ballot/{token}?zone={odd}");
            Assert.Contains("All times are those of Europe/Zurich", Words(page.Body!), StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        }
    }

    [Fact]
    public async Task Closed_ItShowsTheResult_AndTheTimeForACalendar()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var open = await window.OpenAsync($"/ballot/{token}");
        await SendAsync(window, open, new() { ["field.o1"] = "yes" });
        using (var none = await window.Client.GetAsync($"/ballot/{token}/meeting.ics")) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await host.SayAsync("/poll pick 1 option 1");
        var page = await window.OpenAsync($"/ballot/{token}{Zone}");
        Assert.Contains("Result: Fri 3 July 16:00–17:00 (1 yes", Words(page.Body!), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form.card select, form.card button, form.card [type=text]"));
        using var file = await window.Client.GetAsync(page.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal("text/calendar; charset=utf-8", file.Content.Headers.ContentType!.ToString());
        var text = await file.Content.ReadAsStringAsync();
        Assert.Contains("DTSTART:20260703T140000Z\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/calendar/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/minutes/", text, StringComparison.Ordinal);

        // What was opened before the close and is sent after it is refused in words, on the page as it is now.
        page = await SendAsync(window, open, new() { ["field.o1"] = "no" });
        Assert.Contains("is closed since", Words(page.QuerySelector("#notice.bad")!), StringComparison.Ordinal);
        Assert.Contains("Result:", Words(page.Body!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--anonymous", "nobody, the chair included, sees who answers or what")]
    [InlineData("--hidden-until-voted", "Until you have answered you see only who has answered")]
    [InlineData("--counts", "nobody, the chair included, sees who answers what")]
    public async Task Hidden_StaysHidden(string flags, string words)
    {
        var (host, token) = await GuestHost.WithGuestAsync($"/poll Which? | apples | pears {flags}");
        await using var _ = host;
        var other = await host.InviteAsync("Ben Ito");
        using var window = new Window(host.Address);
        await SendAsync(window, await window.OpenAsync($"/ballot/{other}"), new() { ["field.choice"] = "2", ["field.comment"] = "hush" });
        var page = Words((await window.OpenAsync($"/ballot/{token}")).Body!);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1: Ben", page, StringComparison.Ordinal);
        Assert.Equal(flags != "--anonymous", page.Contains("Ben Ito", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public async Task HostileWords_StayText(string text)
    {
        var (host, token) = await GuestHost.WithGuestAsync(guest: Name);
        await using var _ = host;
        await host.SayAsync("/settings name " + text.ReplaceLineEndings(" "));
        using var window = new Window(host.Address);
        var page = await SendAsync(window, await window.OpenAsync($"/ballot/{token}"), new() { ["field.o1"] = "yes", ["field.comment"] = text });
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Contains(Name, Words(page.Body!), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, svg, [onerror], [onload], [onfocus], [autofocus], a[href^='javascript']"));
        Assert.Equal(2, page.QuerySelectorAll("form").Length);
        Assert.Single(await host.BallotsAsync());
    }

    [Fact]
    public async Task WhileTheStoreIsAway_ThePageSaysSo_AndTheSameAnswerIsTakenOnce()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = await window.OpenAsync($"/ballot/{token}");
        host.Table.FailsCommit = _ => true;
        var page = await SendAsync(window, form, new() { ["field.o1"] = "yes" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
        Assert.Contains("it is taken only once", Words(page.Body!), StringComparison.Ordinal);
        host.Table.FailsCommit = _ => false;
        await SendAsync(window, form, new() { ["field.o1"] = "yes" });
        Assert.Equal(HttpStatusCode.OK, window.Status);
        Assert.Single(await host.BallotsAsync());
        host.Table.IsDown = true;
        await window.OpenAsync($"/ballot/{token}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, window.Status);
    }

    internal static Task<IHtmlDocument> SendAsync(
        Window window, IHtmlDocument page, Dictionary<string, string> fields, string button = "Record my answer") =>
        window.SendAsync(
            page.QuerySelector("form.card")!, fields,
            page.QuerySelectorAll("form.card button:not(.default-press)").Single(one => Words(one) == button));

    internal static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
