using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Ballots;

/// <summary>What a guest's ballot does not take, beside what no page of theirs does (<see cref="Guests.GuestRefusalTests"/>).</summary>
public sealed class BallotRefusalTests
{
    private const string Nothing = "There is no poll to answer here: the link is not whole, or has ended. Ask who has sent it to you.";

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

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
