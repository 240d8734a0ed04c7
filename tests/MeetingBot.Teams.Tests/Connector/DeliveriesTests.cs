using MeetingBot.Conversations;
using MeetingBot.Teams.Support;
using NodaTime;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams.Connector;

/// <summary>What each answer of the connector makes of a delivery.</summary>
public sealed class DeliveriesTests : IAsyncLifetime, IDisposable
{
    private readonly LogLines _logs = new();
    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    public void Dispose() => _logs.Dispose();

    private ValueTask<Delivery> DeliverAsync(
        TeamsChannel? channel = null, string? serviceUrl = null, CancellationToken cancel = default) =>
        (channel ?? TestChannel.Open(_logs)).DeliverAsync(
            "o-1",
            new Outgoing(TestChannel.Conversation(serviceUrl ?? _connector.Url), "a very private text"),
            null,
            cancel);

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Busy_IsLater(int status)
    {
        _connector.Answer = _ => new Reply(status, "<html>busy</html>", "text/html");

        Assert.Equal(new Delivery.Later(null, $"HTTP {status}"), await DeliverAsync());
        Assert.Single(_connector.Calls);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("999999", 3600)]
    [InlineData("soon", null)]
    public async Task RetryAfterInSeconds_IsTold(string value, int? seconds)
    {
        _connector.Answer = _ => new Reply(429) { Headers = [("Retry-After", value)] };

        var later = Assert.IsType<Delivery.Later>(await DeliverAsync());
        Assert.Equal(seconds is { } s ? Duration.FromSeconds(s) : null, later.After);
    }

    [Fact]
    public async Task RetryAfterAsADate_IsTold()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
        _connector.Answer = _ => new Reply(503) { Headers = [("Retry-After", "Sun, 01 Feb 2026 12:00:30 GMT")] };

        var later = Assert.IsType<Delivery.Later>(await DeliverAsync(TestChannel.Open(time: time)));
        Assert.Equal(Duration.FromSeconds(30), later.After);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task NoForGood_IsRefused_AndLoggedWithItsId(int status)
    {
        _connector.Answer = _ => new Reply(status, """{"error":{"code":"x","message":"a very private text"}}""");

        Assert.Equal(new Delivery.Refused($"HTTP {status}"), await DeliverAsync());
        Assert.Contains("o-1", _logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain("private", _logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleActivity.Tenant, _logs.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("[1]", "application/json")]
    [InlineData("{\"id\":5}", "application/json")]
    [InlineData("{\"id\":\"\\ud800\"}", "application/json")]
    [InlineData("not json", "application/json")]
    [InlineData("<html></html>", "text/html")]
    public async Task SuccessWithoutAnId_IsSent(string body, string type)
    {
        _connector.Answer = _ => new Reply(202, body, type);

        Assert.Equal(new Delivery.Sent(null), await DeliverAsync());
    }

    [Fact]
    public async Task CutConnection_IsLater()
    {
        _connector.Answer = _ => new Reply(0);

        Assert.IsType<Delivery.Later>(await DeliverAsync());
    }

    [Fact]
    public async Task NobodyThere_IsLater()
    {
        await using var gone = await FakeConnector.StartAsync();
        var url = gone.Url;
        await gone.DisposeAsync();

        Assert.IsType<Delivery.Later>(await DeliverAsync(serviceUrl: url));
    }

    [Fact]
    public async Task NoAnswerInTime_IsLater()
    {
        var never = new TaskCompletionSource();
        _connector.Answer = _ => new Reply(200) { Until = never.Task };

        Assert.IsType<Delivery.Later>(await DeliverAsync(TestChannel.Open(limit: TimeSpan.FromMilliseconds(200))));
    }

    [Fact]
    public async Task Stop_IsNoAnswerOfThePlatform()
    {
        using var stop = new CancellationTokenSource();
        var called = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        _connector.Answer = _ =>
        {
            called.SetResult();
            return new Reply(200) { Until = never.Task };
        };

        var delivering = DeliverAsync(cancel: stop.Token).AsTask();
        await called.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var elsewhere = await FakeConnector.StartAsync();
        _connector.Answer = _ => new Reply(307) { Headers = [("Location", elsewhere.Url + "/steal")] };

        Assert.Equal(new Delivery.Refused("HTTP 307"), await DeliverAsync());
        Assert.Empty(elsewhere.Calls);
    }
}
