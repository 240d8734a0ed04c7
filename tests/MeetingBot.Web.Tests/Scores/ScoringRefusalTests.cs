using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Scores;

/// <summary>What a guest's card to score on does not take, beside what no page of theirs does (<see cref="Guests.GuestRefusalTests"/>).</summary>
public sealed class ScoringRefusalTests
{
    private const string Nothing = "There is no card to score on here: the link is not whole, or has ended. Ask who has sent it to you.";

    [Fact]
    public async Task AddressesOfBallots_OpenNoScores_NorTheOtherWayRound()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        await host.SayAsync("/poll Which? | a | b");
        var ballot = await host.InviteAsync("Anna Berg");
        using var client = new HttpClient { BaseAddress = host.Address };
        using var one = await client.GetAsync($"/score/{ballot}");
        using var other = await client.GetAsync($"/ballot/{token}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (one.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task ReplayAfterRevocation_IsRefusedLikeAWrongAddress_AndLogged()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        var form = await window.OpenAsync($"/score/{token}");
        await window.PressAsync(form, "Save and next", ("likelihood", "4"), ("impact", "2"));
        var before = Assert.Single(await host.ScoresAsync());
        await host.SayAsync("/risk guests revoke Anna Berg");
        foreach (var value in new[] { "4", "1" })
        {
            var page = await window.PressAsync(form, "Save and next", ("likelihood", value), ("impact", "2"));
            Assert.Equal(HttpStatusCode.NotFound, window.Status);
            Assert.Contains(Nothing, page.Body!.TextContent, StringComparison.Ordinal);
        }
        await window.OpenAsync($"/score/{token}");
        Assert.Equal(HttpStatusCode.NotFound, window.Status);
        Assert.Equal(before.At, Assert.Single(await host.ScoresAsync()).At);
        Assert.Equal(3, host.Log.Lines.Count(line => line.Contains("the link has ended", StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    public static TheoryData<string> Forged =>
    [
        "verb=risk+reveal&inputs=0&WHOLE",
        "verb=risk+cancel&inputs=0&WHOLE",
        "verb=risk+nudge&inputs=0&WHOLE",
        "verb=risk+guests&inputs=0&WHOLE",
        "verb=risks&inputs=0&WHOLE",
        "verb=export&inputs=0&WHOLE",
        "verb=my+scores&inputs=0&WHOLE",
        "verb=poll+vote&inputs=1&.poll=1&WHOLE",
        "verb=risk+score&inputs=1&.assessment=1&.round=2&.risk=TR-4&.group=HERE&.home=main",
        "verb=risk+score&inputs=1&.assessment=2&.round=1&.risk=TR-1&.group=HERE&.home=main",
        "verb=risk+score&inputs=1&.assessment=1&.round=1&.risk=TR-4&.group=HERE&.home=main",
        "verb=risk+score&inputs=1&.assessment=1&.round=1&.group=HERE&.home=main",
        "verb=risk+score&inputs=1&.assessment=1&.round=01&.risk=TR-1&.group=HERE&.home=main",
        "verb=risk+score&inputs=1&.assessment=1&.round=1&.risk=TR-1&.home=main",
        "verb=risk+score&inputs=1&.assessment=1&.round=1&.risk=TR-1&.group=THERE&.home=main",
        "verb=risk+score&inputs=1&.assessment=1&.round=1&.risk=TR-1&.group=HERE&.home=other",
        "verb=risk+score&inputs=1&.assessment=1&.round=1&.round=2&.risk=TR-1&.group=HERE&.home=main",
        "verb=risk+card&inputs=0&.assessment=1&.round=2&.risk=TR-4&.group=HERE&.home=main",
        "nothing",
        "",
    ];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task ForgedForm_DoesNothing_AndIsLogged(string press)
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        await host.SayAsync("/risk add Another");
        await host.SayAsync("/risk open TR-4");
        var here = new ConversationReference("web", "local", "main", ConversationKind.Room).GroupMark();
        var there = new ConversationReference("web", "local", "other", ConversationKind.Room).GroupMark();
        var forged = press.Replace("WHOLE", ".assessment=1&.round=1&.risk=TR-1&.group=HERE&.home=main", StringComparison.Ordinal)
            .Replace("THERE", there, StringComparison.Ordinal).Replace("HERE", here, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.PostAsync($"/score/{token}", Form(
            ("press", forged), ("form", "0123456789abcdef"), ("field.likelihood", "4"), ("field.impact", "4"), ("field.person", "mara")));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await host.ScoresAsync(1));
        Assert.Empty(await host.ScoresAsync(2));
        Assert.Contains("the form is of something else than this card", Assert.Single(host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FieldsThatNameAnotherRoundOrPerson_ChangeNothingOfWhoseScoresTheyAre()
    {
        var (host, token) = await Scorers.WithScorerAsync();
        await using var _ = host;
        using var window = new Window(host.Address);
        await window.PressAsync(
            await window.OpenAsync($"/score/{token}"), "Save and next", ("likelihood", "4"), ("impact", "2"), ("round", "2"), ("group", "x"),
            ("risk", "TR-3"), ("member", "mara"), ("name", "Mara"));
        Assert.Equal("Anna Berg", Assert.Single(await host.ScoresAsync()).Member.Name);
        Assert.Contains("TR-1, likelihood 4", (await window.OpenAsync($"/score/{token}?risk=TR-1")).Body!.Words(), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
