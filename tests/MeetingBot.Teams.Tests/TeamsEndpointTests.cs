using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams;

public sealed class TeamsEndpointTests
{
    private static readonly TeamsOptions Development = new() { Development = true };

    [Fact]
    public async Task Message_IsAnsweredAfterItsTurn()
    {
        await using var bot = await TestBot.StartAsync(Development);
        using var response = await bot.PostAsync(Message("note: hello"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.Equal("note: hello", Assert.IsType<IncomingMessage>(Assert.Single(bot.Turns)).Text);
    }

    [Theory]
    [InlineData("HEAD", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("OPTIONS", HttpStatusCode.MethodNotAllowed)]
    public async Task OtherMethods_AreAnsweredAndDoNothing(string method, HttpStatusCode expected)
    {
        await using var bot = await TestBot.StartAsync(Development);
        using var response = await bot.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task StoreDown_AsksToSendTheMessageAgain()
    {
        await using var bot = await TestBot.StartAsync(
            Development, (_, _) => throw new TableUnavailableException("down"));
        using var response = await bot.PostAsync(Message());
        AssertNamesNoConversation(bot.Logs.All);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task BrokenTurn_Is500_AndLoggedWithIdsOnly()
    {
        await using var bot = await TestBot.StartAsync(
            Development, (incoming, _) => Fail(((IncomingMessage)incoming).Text));
        using var response = await bot.PostAsync(Message("a very private text"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("1485983408511", bot.Logs.All, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), bot.Logs.All, StringComparison.Ordinal);
        Assert.Contains(nameof(FormatException), bot.Logs.All, StringComparison.Ordinal);
        Assert.Contains(nameof(Fail), bot.Logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain("private", bot.Logs.All, StringComparison.Ordinal);
        AssertNamesNoConversation(bot.Logs.All);
    }

    [Fact]
    public async Task StoreThatFails_IsLoggedWithItsOwnWordsAndNoOthers()
    {
        await using var bot = await TestBot.StartAsync(
            Development,
            (_, _) => throw new TableUnavailableException("code 13", new ArgumentException("a very private text")));
        using var response = await bot.PostAsync(Message());

        Assert.Contains("code 13", bot.Logs.All, StringComparison.Ordinal);
        Assert.Contains(nameof(ArgumentException), bot.Logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain("private", bot.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TurnThatTakesTooLong_IsAnsweredInTime_EvenIfItDoesNotListen()
    {
        var time = new ManualTime();
        var running = new TaskCompletionSource();
        var never = new TaskCompletionSource<TurnOutcome>();
        await using var bot = await TestBot.StartAsync(Development, time: time, run: (_, _) =>
        {
            running.SetResult();
            return new ValueTask<TurnOutcome>(never.Task);
        });

        var posting = bot.PostAsync(Message());
        await running.Task.WaitAsync(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(10));
        using var response = await posting.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        never.SetResult(new TurnOutcome(null));
    }

    [Fact]
    public async Task CallerWhoGoesAway_DoesNotEndTheTurn()
    {
        var running = new TaskCompletionSource<CancellationToken>();
        var release = new TaskCompletionSource<TurnOutcome>();
        var gone = new TaskCompletionSource();
        await using var bot = await TestBot.StartAsync(Development, async (_, cancel) =>
        {
            running.SetResult(cancel);
            var outcome = await release.Task;
            gone.SetResult();
            return outcome;
        });

        using (var caller = new HttpClient { BaseAddress = bot.Address })
        using (var leave = new CancellationTokenSource())
        {
            var posting = caller.PostAsync("/api/messages", TestBot.JsonBody(Message().ToJsonString()), leave.Token);
            var cancel = await running.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await leave.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
            Assert.False(cancel.IsCancellationRequested);
        }
        release.SetResult(new TurnOutcome(null));
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task PlaygroundsActivities_AreAllAnswered()
    {
        await using var bot = await TestBot.StartAsync(Development);
        foreach (var name in new[] { "playground-mention", "playground-invoke" })
        {
            using var response = await bot.PostAsync(TestBot.JsonBody(Golden.Bytes(name)));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Equal(2, bot.Turns.Count);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingNew")]
    public async Task OtherTypes_AreAcceptedAndIgnored(string type)
    {
        await using var bot = await TestBot.StartAsync(Development);
        using var response = await bot.PostAsync(Message().With("type", type));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    private static ValueTask<TurnOutcome> Fail(string text)
    {
        try
        {
            throw new FormatException($"'{text}' is no number");
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException(text, e);
        }
    }

    private static void AssertNamesNoConversation(string logs)
    {
        Assert.NotEmpty(logs);
        Assert.DoesNotContain(Tenant, logs, StringComparison.Ordinal);
        Assert.DoesNotContain("a:conversation", logs, StringComparison.Ordinal);
    }
}
