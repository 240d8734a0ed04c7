using System.Net;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>Signed by Slack and yet not to be trusted: what people, other apps and odd clients put in.</summary>
public sealed class HostilePayloadTests : BotInSlack
{
    private FakeMessage _poll = null!;

    private protected override async Task BeginAsync()
    {
        await _bot.CommandAsync("U1", "/poll Lunch? | Pizza | Soup");
        await _bot.Settled();
        _poll = _slack.Methods.Messages[^1];
    }

    [Fact]
    public async Task A_payload_with_any_part_of_another_kind_breaks_nothing()
    {
        var press = _bot.Press(_poll, "Record my answer", "U1", responseUrl: _slack.ResponseUrl());
        JsonNode?[] others = [null, 1, "x", true, new JsonArray(), new JsonObject(), new JsonArray(new JsonArray())];
        foreach (var field in press.Select(pair => pair.Key).ToList())
        {
            foreach (var other in others)
            {
                var odd = press.DeepClone();
                odd[field] = other?.DeepClone();
                using var answer = await _bot.PostAsync(
                    "/slack/interactions", SlackRequests.Form(("payload", odd.ToJsonString())));

                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{field}: {other}");
            }
        }
    }

    [Fact]
    public async Task An_event_with_any_part_of_another_kind_breaks_nothing()
    {
        var told = SlackRequests.Event("message", "U1", "<@U2> <#C2|talk> <!here> <https://a.example|b> <", "C1", "1700000000.000100");
        JsonNode?[] others = [null, 1, "x", "<@", "\u0000", true, new JsonArray(), new JsonObject()];
        foreach (var field in told.Select(pair => pair.Key).ToList())
        {
            foreach (var other in others)
            {
                var odd = (JsonObject)told.DeepClone();
                odd[field] = other?.DeepClone();
                using var answer = await _bot.PostAsync(
                    "/slack/events", SlackRequests.Envelope(odd, "T1", _bot.Next("Ev")).ToJsonString());

                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{field}: {other}");
            }
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/hooks/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest")]
    public async Task An_answer_goes_to_no_address_but_slacks(string address)
    {
        await using var broken = await SlackBot.StartAsync(
            _slack, (_, _) => new ValueTask<TurnOutcome>(new TurnOutcome(new Answer("Only for you"))));
        await broken.InteractAsync(broken.Press(_poll, "Refresh", "U1", responseUrl: address));
        await Kit.Eventually.Until(
            () => _slack.Methods.Messages.Any(message => message.Only == "U1"), "it is shown by the bot's own token");

        Assert.Contains("Only for you", _slack.Methods.Messages[^1].All, StringComparison.Ordinal);
        Assert.Contains("not on its hosts", broken.Logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(address, broken.Logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_that_a_person_typed_call_nobody()
    {
        await _bot.CommandAsync("U1", "/agenda add &lt;!channel&gt; &lt;@U2&gt; *now* &amp;lt;");
        await _bot.Settled();

        var sent = string.Join('\n', _slack.Methods.Messages.Select(message => message.Text));
        Assert.Contains("&lt;!channel&gt;", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel>", sent, StringComparison.Ordinal);
        Assert.Contains(
            _slack.Methods.Messages, message => message.All.Contains("<!channel> <@U2> *now* &lt;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("directmessage")]
    [InlineData("im")]
    public async Task A_channel_that_is_called_like_a_chat_of_two_is_told_nothing_private(string name)
    {
        var before = _slack.Methods.Messages.Count;
        await _bot.TakenAsync("/slack/commands", SlackRequests.Form(
            ("team_id", "T1"), ("channel_id", "C1"), ("channel_name", name), ("user_id", "U1"), ("user_name", "ada"),
            ("command", "/meetingbot"), ("text", "busy"), ("trigger_id", "8.8.8")));
        await _bot.Settled();

        var told = _slack.Methods.Messages.Skip(before).ToList();
        Assert.Contains(told, message => message is { Channel: "D1" } && message.All.Contains("Your busy times", StringComparison.Ordinal));
        Assert.DoesNotContain(told, message => message is { Channel: "C1" } && message.All.Contains("Your busy times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_person_is_shown_stands_in_nobody_elses_message()
    {
        var before = _slack.Methods.Messages.Count;
        await _bot.InteractAsync(_bot.Press(_poll, "Record my answer", "U1", responseUrl: _slack.ResponseUrl()));
        await Kit.Eventually.Until(() => !_slack.Shown.IsEmpty, "the refusal is shown");

        Assert.Equal("ephemeral", (string?)_slack.Shown.Single()["response_type"]);
        Assert.Equal(before, _slack.Methods.Messages.Count);
    }
}
