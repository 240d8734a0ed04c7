using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Ballots;

/// <summary>Who is not let in, and what is not taken: refused alike, and logged without the address.</summary>
public sealed class BallotRefusalTests
{
    private const string Nothing = "There is no poll to answer here: the link is not whole, or has ended. Ask who has sent it to you.";

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    [InlineData("..%2F..%2Flinks")]
    [InlineData("a|b")]
    public async Task GuessedAddress_IsNotFound_AndLogged(string token)
    {
        var (host, _) = await GuestHost.WithGuestAsync();
        await using var __ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var shown = await client.GetAsync($"/ballot/{token}");
        using var sent = await client.PostAsync($"/ballot/{token}", Form(("press", "verb=poll+vote&inputs=1&.poll=1"), ("field.o1", "yes")));
        foreach (var response in new[] { shown, sent })
        {
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains(Nothing, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(
            ["Warning 311: A guest's page was refused: there is no such link (GET from 127.0.0.1)", "Warning 311: A guest's page was refused: there is no such link (POST from 127.0.0.1)"],
            host.Log.Lines);
    }

    [Fact]
    public async Task AddressesOfOtherPages_OpenNoBallot()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var other = await client.GetAsync($"/ballot/{token}/minutes");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task ReplayAfterRevocation_IsRefusedLikeAWrongAddress_AndLogged()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = await window.OpenAsync($"/ballot/{token}");
        await BallotPageTests.SendAsync(window, form, new() { ["field.o1"] = "yes" });
        var before = Assert.Single(await host.BallotsAsync());
        await host.SayAsync("/poll guests 1 revoke Anna Berg");
        foreach (var answer in new[] { "yes", "no" })
        {
            var page = await BallotPageTests.SendAsync(window, form, new() { ["field.o1"] = answer });
            Assert.Equal(HttpStatusCode.NotFound, window.Status);
            Assert.Contains(Nothing, page.Body!.TextContent, StringComparison.Ordinal);
        }
        await window.OpenAsync($"/ballot/{token}");
        Assert.Equal(HttpStatusCode.NotFound, window.Status);
        await window.OpenAsync($"/ballot/{token}/meeting.ics");
        Assert.Equal(HttpStatusCode.NotFound, window.Status);
        var after = Assert.Single(await host.BallotsAsync());
        Assert.Equal((before.At, before.Answers[0]), (after.At, after.Answers[0]));
        Assert.Equal(4, host.Log.Lines.Count(line => line.Contains("the link has ended", StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    public static TheoryData<string> Forged =>
    [
        "verb=poll+close&inputs=0&.poll=1&.group=HERE",
        "verb=poll+cancel&inputs=0&.poll=1&.group=HERE&.sure=yes",
        "verb=poll+guests&inputs=0&.poll=1&.group=HERE",
        "verb=poll+show&inputs=0&.poll=1&.group=HERE",
        "verb=export&inputs=0&.group=HERE",
        "verb=vote&inputs=1&.poll=1&.group=HERE",
        "verb=poll+vote&inputs=1&.poll=2&.group=HERE",
        "verb=poll+vote&inputs=1&.poll=1",
        "verb=poll+vote&inputs=1&.group=HERE",
        "verb=poll+vote&inputs=1&.poll=01&.group=HERE",
        "verb=poll+vote&inputs=1&.poll=1&.group=THERE",
        "verb=poll+vote&inputs=1&.poll=1&.poll=2&.group=HERE",
        "verb=poll+withdraw&inputs=0&.poll=2&.group=HERE",
        "nothing",
        "",
    ];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task ForgedForm_DoesNothing_AndIsLogged(string press)
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        await host.SayAsync("/poll Which? | a | b");
        var here = new ConversationReference("web", "local", "main", ConversationKind.Room).GroupMark();
        var there = new ConversationReference("web", "local", "other", ConversationKind.Room).GroupMark();
        var forged = press.Replace("THERE", there, StringComparison.Ordinal).Replace("HERE", here, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.PostAsync($"/ballot/{token}", Form(
            ("press", forged), ("form", "0123456789abcdef"), ("field.o1", "yes"), ("field.choice", "1"), ("field.person", "mara"), ("field.name", "Mara")));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await host.BallotsAsync(1));
        Assert.Empty(await host.BallotsAsync(2));
        Assert.True((await host.PollAsync()).Open);
        Assert.Contains("the form is of something else than this ballot", Assert.Single(host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FieldsThatNameAnotherPollOrPerson_ChangeNothingOfWhoseBallotItIs()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        await host.SayAsync("/poll Which? | a | b");
        using var window = new Window(host.Address);
        await BallotPageTests.SendAsync(window, await window.OpenAsync($"/ballot/{token}"), new()
        {
            ["field.o1"] = "yes", ["field.poll"] = "2", ["field.group"] = "x", ["field.voter"] = "mara", ["field.name"] = "Mara", ["field.seen"] = "1.99",
        });
        Assert.Equal("Anna Berg", Assert.Single(await host.BallotsAsync(1)).Voter.Name);
        Assert.Empty(await host.BallotsAsync(2));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://bot.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://bot.example.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", GuestHost.PublicUrl, HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.BadRequest)]
    public async Task PageFromElsewhere_CannotSend(string header, string value, HttpStatusCode status)
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ballot/{token}") { Content = Form(("press", "x")) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Single(host.Log.Lines);
    }

    [Fact]
    public async Task OddBodies_AreRefusedInWords()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var large = await client.PostAsync($"/ballot/{token}", Form(("field.comment", new string('x', GuestDoor.MaxBytes))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var json = await client.PostAsync($"/ballot/{token}", new StringContent("{}", null, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Empty(await host.BallotsAsync());
    }

    [Fact]
    public async Task OneAddress_IsAskedForSoOftenAMinute()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        for (var time = 0; time < AddressGate.MostAsked; time++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, token));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, token));
        host.Clock.Now += RequestGate.Window;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, token));
    }

    [Fact]
    public async Task WhoTriesOutAddresses_IsStopped_AndShutsNoKnownGuestOut()
    {
        var (host, token) = await GuestHost.WithGuestAsync();
        await using var _ = host;
        var other = await host.InviteAsync("Ben Ito");
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, token));
        for (var tried = 0; tried < AddressGate.MostMissed; tried++)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"AAAAAAAAAAAAAAAAAAAA{tried:D2}"));
        var reads = host.Table.Reads;
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, "BAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, other));
        Assert.Equal(reads, host.Table.Reads);
        Assert.Equal(AddressGate.MostMissed, host.Log.Lines.Count);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, token));
        host.Clock.Now += RequestGate.Window;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, other));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string token)
    {
        using var response = await client.GetAsync($"/ballot/{token}");
        return response.StatusCode;
    }
}
