using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>
/// A channel that two workspaces share (Slack Connect), of which one has the app: the other's people are members like
/// any, by their own ids, and what is for them alone comes to them or is said not to.
/// </summary>
public sealed class SharedChannelTests : BotInSlack
{
    private readonly FakeWorkspace _host = SlackBot.Workspace()
        .WithStranger("U7", "Zoe of B", "cannot_dm_bot").WithStranger("U8", "Yves of B", "user_not_found")
        .WithChannel("C7", "U1", "U2", "U7", "U8", "UBOT");


    private IReadOnlyList<FakeMessage> Messages => _slack.Methods.Messages;

    private protected override Task<FakeSlack> SlackAsync() => FakeSlack.StartAsync(_host);

    [Fact]
    public async Task Anothers_people_write_and_vote_as_members_with_an_identity_of_their_own()
    {
        await _bot.CommandAsync("U1", "/meeting start Two houses", "C7");
        await SayAsync("U7", "RESOLVED: We share the rooms");
        await _bot.CommandAsync("U1", "/poll named Lunch? | Pizza | Soup", "C7");
        await _bot.Settled();
        var poll = Messages.Last(message => message.Blocks.Contains("poll vote", StringComparison.Ordinal));
        foreach (var user in new[] { "U7", "U8", "U7" }) await VoteAsync(poll, user);
        await SayAsync("U7", "<@UBOT> minutes");
        await _bot.Settled();

        Assert.Contains("Answered (2)", Messages.Single(message => message.Ts == poll.Ts).All, StringComparison.Ordinal);
        Assert.Contains(Messages, message => message.All.Contains("Zoe of B", StringComparison.Ordinal));
        Assert.Contains(Messages, message => message.All.Contains("We share the rooms", StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    [Theory]
    [InlineData("U7", "cannot_dm_bot")]
    [InlineData("U8", "user_not_found")]
    public async Task What_is_for_them_alone_is_shown_to_them_in_the_channel_where_there_is_no_chat(string user, string error)
    {
        await SayAsync(user, "<@UBOT> calendar mine");
        await _bot.Settled();

        var shown = Assert.Single(Messages, message => message.All.Contains("Your calendar", StringComparison.Ordinal));
        Assert.Equal(("C7", user), (shown.Channel, shown.Only));
        Assert.StartsWith($"conversations.open: {error}", Assert.Single(_slack.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_shown_there_either_is_said_without_a_word_of_it()
    {
        _slack.Failing = method => method == "chat.postEphemeral" ? new FakeFailure(200, "user_not_in_channel") : null;
        await SayAsync("U7", "<@UBOT> calendar mine");
        await _bot.Settled();

        var said = Assert.Single(Messages, message => message.All.Contains("something for Zoe of B alone", StringComparison.Ordinal));
        Assert.Equal(("C7", null), (said.Channel, said.Only));
        Assert.DoesNotContain(Messages, message => message.All.Contains("/calendar/", StringComparison.Ordinal));
        Assert.Equal(0, _bot.Outbox!.Waiting);
    }

    [Fact]
    public async Task Until_slack_answers_it_waits()
    {
        var failing = 3;
        _slack.Failing = method => method == "chat.postEphemeral" && failing-- > 0 ? new FakeFailure(500) : null;
        await SayAsync("U7", "<@UBOT> calendar mine");
        await _bot.Settled();

        Assert.Single(Messages, message => message is { Only: "U7" });
        Assert.DoesNotContain(Messages, message => message.All.Contains("something for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_is_the_same_member()
    {
        await _bot.CommandAsync("U1", "/poll named Lunch? | Pizza | Soup", "C7");
        await _bot.Settled();
        var poll = Messages.Last(message => message.Blocks.Contains("poll vote", StringComparison.Ordinal));
        await VoteAsync(poll, "U7");
        foreach (var type in new[] { "member_left_channel", "member_joined_channel" })
        {
            var told = new JsonObject
            {
                ["type"] = type, ["user"] = "U7", ["channel"] = "C7", ["channel_type"] = "C", ["team"] = "T2",
            };
            await _bot.TakenAsync("/slack/events", Of(told).ToJsonString());
        }
        await VoteAsync(poll, "U7");
        await _bot.Settled();

        Assert.Contains("Answered (1)", Messages.Single(message => message.Ts == poll.Ts).All, StringComparison.Ordinal);
    }

    private Task<string> SayAsync(string user, string text)
    {
        var told = SlackRequests.Event("message", user, text, "C7", _bot.Next("1699999999."));
        (told["team"], told["user_team"], told["source_team"]) = ("T2", "T2", "T2");
        return _bot.TakenAsync("/slack/events", Of(told).ToJsonString());
    }

    // The outer workspace is the author's; the installation is the host's.
    private JsonObject Of(JsonObject told)
    {
        var envelope = SlackRequests.Envelope(told, SlackBot.Team, _bot.Next("Ev"));
        (envelope["team_id"], envelope["is_ext_shared_channel"], envelope["context_team_id"]) = ("T2", true, SlackBot.Team);
        return envelope;
    }

    private Task<string> VoteAsync(FakeMessage poll, string user)
    {
        var press = _bot.Press(poll, "Record my answer", user, responseUrl: _slack.ResponseUrl());
        press["user"]!["team_id"] = "T2";
        press["state"] = new JsonObject
        {
            ["values"] = JsonNode.Parse(
                """{"choice":{"choice":{"type":"static_select","selected_option":{"value":"1"}}}}"""),
        };
        return _bot.InteractAsync(press);
    }
}
