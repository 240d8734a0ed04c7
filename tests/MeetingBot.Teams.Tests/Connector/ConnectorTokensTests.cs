using System.Net;
using Azure.Core;
using MeetingBot.Conversations;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams.Connector;

public sealed class ConnectorTokensTests
{
    private static ValueTask<Delivery> DeliverAsync(TeamsChannel channel, string serviceUrl) => channel.DeliverAsync(
        "o-1", new Outgoing(TestChannel.Conversation(serviceUrl), "x"), null, CancellationToken.None);

    private static string HostOf(FakeConnector connector) => new Uri(connector.Url).Authority;

    [Fact]
    public async Task Token_IsSentToAListedHost_AndKept()
    {
        await using var connector = await FakeConnector.StartAsync(https: true);
        var asked = new List<bool>();
        var channel = TestChannel.Signed(HostOf(connector), TestChannel.Tokens(asked));

        for (var i = 0; i < 3; i++) Assert.IsType<Delivery.Sent>(await DeliverAsync(channel, connector.Url));

        Assert.Equal([false], asked);
        Assert.All(connector.Calls, c => Assert.Equal("Bearer token-1", c.Authorization));
    }

    [Fact]
    public async Task RefusedToken_IsRenewedOnce()
    {
        await using var connector = await FakeConnector.StartAsync(https: true);
        var asked = new List<bool>();
        var channel = TestChannel.Signed(HostOf(connector), TestChannel.Tokens(asked));
        connector.Answer = c => c.Authorization == "Bearer token-1" ? new Reply(401) : new Reply(201, """{"id":"m"}""");

        Assert.Equal(new Delivery.Sent("m"), await DeliverAsync(channel, connector.Url));
        Assert.Equal([false, true], asked);

        connector.Answer = _ => new Reply(401);
        Assert.Equal(new Delivery.Refused("HTTP 401"), await DeliverAsync(channel, connector.Url));
        Assert.Equal([false, true, true], asked);
    }

    [Fact]
    public async Task LoginDown_IsLater()
    {
        await using var connector = await FakeConnector.StartAsync(https: true);
        var channel = TestChannel.Signed(HostOf(connector), (_, _) => throw new HttpRequestException("login down"));

        Assert.IsType<Delivery.Later>(await DeliverAsync(channel, connector.Url));
        Assert.Empty(connector.Calls);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://xsmba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net/?x=y")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("http://localhost:1/")]
    [InlineData("https://localhost/")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("")]
    public async Task ForeignHost_IsNeverCalled(string serviceUrl)
    {
        var asked = new List<bool>();
        var handler = new RecordingHandler();
        var channel = TestChannel.Signed("listed.example", TestChannel.Tokens(asked), handler);

        Assert.IsType<Delivery.Refused>(await DeliverAsync(channel, serviceUrl));
        Assert.Empty(handler.Requests);
        Assert.Empty(asked);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net/emea")]
    [InlineData("https://europe.botframework.com", "https://europe.botframework.com")]
    [InlineData("https://LISTED.example/x", "https://listed.example/x")]
    public async Task ListedHost_IsCalled(string serviceUrl, string expected)
    {
        var handler = new RecordingHandler();
        var channel = TestChannel.Signed("listed.example", TestChannel.Tokens([]), handler);
        var to = TestChannel.Conversation(serviceUrl, id: "c");

        await channel.DeliverAsync("o-1", new Outgoing(to, "x"), null, CancellationToken.None);

        Assert.Equal(expected + "/v3/conversations/c/activities", Assert.Single(handler.Requests));
    }

    [Fact]
    public async Task ManyAtOnce_AskForOneToken_AndAgainBeforeItExpires()
    {
        var time = new ManualTime();
        var asked = 0;
        var release = new TaskCompletionSource();
        using var tokens = new ConnectorTokens(
            async (_, _) =>
            {
                asked++;
                await release.Task;
                return new AccessToken($"token-{asked}", time.GetUtcNow().AddHours(1));
            },
            time);

        var waiting = Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(null, default).AsTask()).ToArray();
        release.SetResult();
        Assert.All(await Task.WhenAll(waiting), h => Assert.Equal("token-1", h.Parameter));

        time.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("token-2", (await tokens.GetAsync(null, default)).Parameter);
        Assert.Equal(2, asked);
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
