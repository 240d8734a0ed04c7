using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Tests.Hosts;
using MeetingBot.Web.Tests.Scores;

namespace MeetingBot.Web.Tests.Guests;

/// <summary>
/// Who is not let in to any page of a guest, and what is not taken there: refused alike, and logged without the address.
/// What only one kind of page has is tested beside it.
/// </summary>
public sealed class GuestRefusalTests
{
    private const string Ballot = "ballot";
    private const string Score = "score";

    public static TheoryData<string> Kinds => [Ballot, Score];

    public static TheoryData<string, string> GuessedTokens
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var token in new[] { "AAAAAAAAAAAAAAAAAAAAAA", "x", "..%2F..%2Flinks", "a|b" })
            {
                data.Add(Ballot, token);
                data.Add(Score, token);
            }
            return data;
        }
    }

    private static async Task<(GuestHost Host, string Token)> WithGuestAsync(string kind) =>
        kind == Ballot ? await GuestHost.WithGuestAsync() : await Scorers.WithScorerAsync();

    private static Task<string> AnotherAsync(GuestHost host, string kind) =>
        kind == Ballot ? host.InviteAsync("Ben Ito") : host.InviteScorerAsync("Ben Ito");

    [Theory]
    [MemberData(nameof(GuessedTokens))]
    public async Task GuessedAddress_IsNotFound_AndLogged(string kind, string token)
    {
        var (host, _) = await WithGuestAsync(kind);
        await using var __ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var shown = await client.GetAsync($"/{kind}/{token}");
        using var sent = await client.PostAsync($"/{kind}/{token}", kind == Ballot
            ? Form(("press", "verb=poll+vote&inputs=1&.poll=1"), ("field.o1", "yes"))
            : Form(("press", "verb=risk+score&inputs=1&.round=1"), ("field.likelihood", "4")));
        var nothing = $"There is no {(kind == Ballot ? "poll to answer" : "card to score on")} here: "
            + "the link is not whole, or has ended. Ask who has sent it to you.";
        foreach (var response in new[] { shown, sent })
        {
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains(nothing, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(
            [
                "Warning 311: A guest's page was refused: there is no such link (GET from 127.0.0.1)",
                "Warning 311: A guest's page was refused: there is no such link (POST from 127.0.0.1)",
            ],
            host.Log.Lines);
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
        foreach (var kind in new[] { Ballot, Score })
        {
            var (host, token) = await WithGuestAsync(kind);
            await using var _ = host;
            using var client = new HttpClient { BaseAddress = host.Address };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/{kind}/{token}") { Content = Form(("press", "x")) };
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await client.SendAsync(request);
            Assert.Equal(status, response.StatusCode);
            Assert.Single(host.Log.Lines);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OddBodies_AreRefusedInWords(string kind)
    {
        var (host, token) = await WithGuestAsync(kind);
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var large = await client.PostAsync($"/{kind}/{token}", Form(("field.comment", new string('x', GuestDoor.MaxBytes))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var json = await client.PostAsync($"/{kind}/{token}", new StringContent("{}", null, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        if (kind == Ballot) Assert.Empty(await host.BallotsAsync());
        else Assert.Empty(await host.ScoresAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OneAddress_IsAskedForSoOftenAMinute(string kind)
    {
        var (host, token) = await WithGuestAsync(kind);
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        for (var time = 0; time < AddressGate.MostAsked; time++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, kind, token));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, kind, token));
        host.Clock.Now += RequestGate.Window;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, kind, token));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WhoTriesOutAddresses_IsStopped_AndShutsNoKnownGuestOut(string kind)
    {
        var (host, token) = await WithGuestAsync(kind);
        await using var _ = host;
        var other = await AnotherAsync(host, kind);
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, kind, token));
        for (var tried = 0; tried < AddressGate.MostMissed; tried++)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, kind, $"AAAAAAAAAAAAAAAAAAAA{tried:D2}"));
        var reads = host.Table.Reads;
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, kind, "BAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, kind, other));
        Assert.Equal(reads, host.Table.Reads);
        Assert.Equal(AddressGate.MostMissed, host.Log.Lines.Count);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, kind, token));
        host.Clock.Now += RequestGate.Window;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, kind, other));
    }

    [Fact]
    public async Task OneGate_CountsAllGuestsPages()
    {
        var (host, token) = await WithGuestAsync(Score);
        await using var _ = host;
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Score, token));
        for (var tried = 0; tried < AddressGate.MostMissed; tried++)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, tried % 2 == 0 ? Score : Ballot, $"AAAAAAAAAAAAAAAAAAAA{tried:D2}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, Score, "BAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(client, Ballot, "BAAAAAAAAAAAAAAAAAAAAA"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Score, token));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string kind, string token)
    {
        using var response = await client.GetAsync($"/{kind}/{token}");
        return response.StatusCode;
    }
}
