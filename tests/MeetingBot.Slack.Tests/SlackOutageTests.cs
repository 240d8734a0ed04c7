using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>The Web API fails: nothing that was acknowledged is lost, and all comes in order once it is back.</summary>
public sealed class SlackOutageTests : BotInSlack
{
    [Theory]
    [InlineData(429, "ratelimited", 1)]
    [InlineData(500, null, null)]
    [InlineData(0, null, null)]
    [InlineData(200, "internal_error", null)]
    [InlineData(200, "invalid_auth", null)]
    public async Task What_was_acknowledged_arrives_in_order_once_slack_is_back(int status, string? error, int? wait)
    {
        _slack.Failing = _ => new FakeFailure(status, error, wait);
        string[] items = ["one", "two", "three", "four"];
        foreach (var item in items) await _bot.CommandAsync("U1", $"/agenda add Numbered {item}");
        Assert.Empty(_slack.Methods.Messages);

        _slack.Failing = _ => null;
        await _bot.Settled();

        var told = _slack.Methods.Messages.Select(message => message.Text)
            .Where(text => text.Contains("Numbered", StringComparison.Ordinal)).ToList();
        Assert.Equal(items.Length, told.Count);
        Assert.All(items.Zip(told), pair => Assert.Contains($"Numbered {pair.First}", pair.Second, StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task Every_second_call_fails_and_all_arrives_once()
    {
        var calls = 0;
        _slack.Failing = _ => Interlocked.Increment(ref calls) % 2 == 0 ? null : new FakeFailure(503);
        for (var i = 0; i < 10; i++) await _bot.CommandAsync("U1", $"/agenda add Numbered {i} of ten");
        await _bot.Settled();

        var told = string.Join('\n', _slack.Methods.Messages.Select(message => message.Text));
        for (var i = 0; i < 10; i++) Assert.Equal(2, told.Split($"Numbered {i} of ten").Length);
    }

    [Fact]
    public async Task Who_types_where_the_bot_is_not_is_told_how_to_call_it_in()
    {
        var away = SlackBot.Workspace().WithChannel("C2", "U1");
        await using var slack = await FakeSlack.StartAsync(away);
        await using var bot = await SlackBot.StartAsync(slack);
        await bot.CommandAsync("U1", "/agenda add Budget", "C2", responseUrl: slack.ResponseUrl());
        await bot.Settled();

        Assert.Empty(slack.Methods.Messages);
        Assert.Contains("/invite", Assert.Single(slack.Shown)["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("ephemeral", (string?)slack.Shown.Single()["response_type"]);
    }

    [Fact]
    public async Task A_channel_that_is_archived_holds_up_no_other()
    {
        var workspace = SlackBot.Workspace().WithChannel("C2", "U1", "UBOT");
        workspace.Channels["C2"].Archived = true;
        await using var slack = await FakeSlack.StartAsync(workspace);
        await using var bot = await SlackBot.StartAsync(slack);
        await bot.CommandAsync("U1", "/agenda add Lost", "C2");
        await bot.CommandAsync("U1", "/agenda add Kept");
        await bot.Settled();

        Assert.Contains("Kept", slack.Methods.Messages[0].All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_cannot_be_had_hold_nothing_up()
    {
        _slack.Failing = method => method == "users.info" ? new FakeFailure(429, "ratelimited", 30) : null;
        await _bot.CommandAsync("U1", "/agenda add Numbered one");
        await _bot.CommandAsync("U2", "/agenda add Numbered two");
        await _bot.Settled();

        Assert.Equal(2, _slack.Methods.Messages.Count(message => message.Text.Contains("Numbered", StringComparison.Ordinal)));
        Assert.Single(_slack.Calls, call => call.Method == "users.info");
    }
}
