using System.Text.Json.Nodes;
using MeetingBot.Kit;
using MeetingBot.Slack.Homes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>Home tabs of very many at once, and a Slack that never agrees.</summary>
public sealed class HomeFloodTests : BotInSlack
{
    private const int People = 4 * HomePublisher.MostDrawing;

    private protected override Task<FakeSlack> SlackAsync()
    {
        var workspace = SlackBot.Workspace();
        for (var n = 0; n < People; n++) workspace.With($"UH{n}", $"Member {n}");
        return FakeSlack.StartAsync(workspace);
    }

    [Fact]
    public async Task Opened_by_very_many_at_once_the_store_is_asked_for_a_few_at_a_time_and_each_has_theirs()
    {
        var (asking, most) = (0, 0);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bot.Table.Stale = async call =>
        {
            if (call.Partition != "members") return;
            InterlockedMax(ref most, Interlocked.Increment(ref asking));
            await go.Task;
            Interlocked.Decrement(ref asking);
        };
        for (var n = 0; n < People; n++) await OpenAsync($"UH{n}");
        await Eventually.Until(() => Volatile.Read(ref asking) >= HomePublisher.MostDrawing, "the first are being drawn");
        // Nobody waits behind them for anything else.
        await _bot.CommandAsync("U1", "/agenda add Budget");
        await _bot.Settled();
        go.SetResult();
        await Eventually.Until(() => _slack.Methods.Homes.Count == People, "each has theirs");

        Assert.Equal(HomePublisher.MostDrawing, most);
    }

    [Fact]
    public async Task A_slack_that_never_agrees_is_left_alone_after_some_tries_and_asked_again_when_it_is_opened()
    {
        _slack.Failing = method => method == "views.publish" ? new FakeFailure(200, "hash_conflict") : null;
        await OpenAsync("U1");
        await Eventually.Until(
            () => _bot.Logs.All.Contains("Home tab could not be shown", StringComparison.Ordinal), "it is given up");
        var tries = _slack.Calls.Count(call => call.Method == "views.publish");
        _slack.Failing = _ => null;
        await OpenAsync("U1");
        await Eventually.Until(() => _slack.Methods.Homes.ContainsKey(("T1", "U1")), "it is there");

        Assert.InRange(tries, 2, 10);
    }

    private async Task OpenAsync(string user) => Assert.Equal("", await _bot.EventAsync(new JsonObject
    {
        ["type"] = "app_home_opened", ["user"] = user, ["channel"] = "D" + user[1..], ["tab"] = "home",
    }));

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, value, known) == known) return;
    }
}
