using System.Collections.Concurrent;
using System.Net;
using MeetingBot.Conversations;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>The addresses of the door over HTTP: who is let in, and what Slack is answered.</summary>
public sealed class SlackEndpointTests : IAsyncLifetime
{
    private const string Command = "team_id=T1&channel_id=C1&user_id=U1&command=%2Fagenda&text=show&trigger_id=1.2.3";

    private readonly ConcurrentQueue<Incoming> _turns = new();
    private FakeSlack _slack = null!;
    private SlackBot _bot = null!;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        _bot = await SlackBot.StartAsync(_slack, Record);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/events")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/options")]
    public async Task Without_its_own_signature_nothing_is_looked_at(string path)
    {
        var now = DateTimeOffset.UtcNow;
        using var missing = await _bot.Http.PostAsync(path, new StringContent(Command));
        using var wrong = await _bot.PostAsync(path, Command, signature: "v0=" + new string('a', 64));
        using var other = await _bot.PostAsync(path, Command, secret: "another");
        using var old = await _bot.PostAsync(path, Command, at: now.AddMinutes(-6));
        using var early = await _bot.PostAsync(path, Command, at: now.AddMinutes(6));
        using var garbage = await _bot.PostAsync(path, "{{{", secret: "another");

        Assert.All(
            [missing, wrong, other, old, early, garbage],
            response => Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode));
        Assert.Empty(_turns);
        Assert.Empty(_slack.Calls);
    }

    [Fact]
    public async Task A_signature_is_good_for_its_own_body_alone()
    {
        using var first = await _bot.PostAsync("/slack/commands", Command);
        var signature = first.RequestMessage!.Headers.GetValues("X-Slack-Signature").Single();
        using var other = await _bot.PostAsync("/slack/commands", Command + "&text=more", signature);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Single(_turns);
    }

    [Fact]
    public async Task Without_a_secret_the_door_is_closed()
    {
        await using var closed = await SlackBot.StartAsync(_slack, Record, secret: null);
        using var response = await closed.PostAsync("/slack/commands", Command);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Slack:SigningSecret", closed.Logs.All, StringComparison.Ordinal);
        Assert.Empty(_turns);
    }

    [Fact]
    public async Task A_body_over_a_mebibyte_is_refused()
    {
        using var response = await _bot.PostAsync("/slack/commands", new string('a', (1 << 20) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("/slack/commands", "team_id=T1&team_id=T2")]
    [InlineData("/slack/commands", "team_id=T1&command=%2Fagenda")]
    [InlineData("/slack/commands", "team_id=T1&channel_id=../x&user_id=U1&command=%2Fagenda&trigger_id=1")]
    [InlineData("/slack/events", "{")]
    [InlineData("/slack/events", """{"type":"event_callback"}""")]
    [InlineData("/slack/events", """{"type":"event_callback","team_id":"T1","event":{"type":"message"}}""")]
    [InlineData("/slack/events", """{"type":"event_callback","type":"url_verification","challenge":"a"}""")]
    [InlineData("/slack/interactions", "payload=%7B")]
    [InlineData("/slack/interactions", "other=1")]
    [InlineData("/slack/interactions", "payload=%5B%5D")]
    public async Task What_slack_does_not_send_is_refused(string path, string body)
    {
        using var response = await _bot.PostAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_turns);
    }

    [Fact]
    public async Task The_address_is_verified_by_its_challenge()
    {
        var answer = await _bot.TakenAsync("/slack/events", """{"type":"url_verification","challenge":"3eZbrw1"}""");

        Assert.Equal("""{"challenge":"3eZbrw1"}""", answer);
        Assert.Equal("", await _bot.TakenAsync("/slack/commands", "ssl_check=1"));
    }

    [Fact]
    public async Task A_command_is_acknowledged_without_a_word_and_knows_who_typed_it()
    {
        Assert.Equal("", await _bot.CommandAsync("U2", "/action write to <@U1|ada> &amp; <@UNEW>"));

        var typed = Assert.IsType<IncomingMessage>(Assert.Single(_turns));
        Assert.Equal("/action write to @Ada & @UNEW", typed.Text);
        Assert.Equal(new Person("slack", "T1", "U2", "Grace", "America/New_York"), typed.Sender);
        Assert.Equal(["U1", "UNEW"], typed.Mentioned.Select(person => person.Id));
        Assert.True(typed is { Addressed: true, Bare: true });
    }

    [Theory]
    [InlineData("/meetingbot agenda add Budget", "agenda add Budget")]
    [InlineData("/MeetingBot /agenda add Budget", "/agenda add Budget")]
    [InlineData("/agenda", "/agenda")]
    public async Task The_bots_own_command_has_all_others_behind_it(string typed, string expected)
    {
        await _bot.CommandAsync("U1", typed);

        Assert.Equal(expected, Assert.IsType<IncomingMessage>(Assert.Single(_turns)).Text);
    }

    [Fact]
    public async Task A_mention_told_twice_is_one_delivery()
    {
        await _bot.EventAsync(SlackRequests.Event("app_mention", "U1", "<@UBOT> agenda", "C1", "1700000000.000100"));
        await _bot.EventAsync(SlackRequests.Event("message", "U1", "<@UBOT> agenda", "C1", "1700000000.000100"));

        var turns = _turns.OfType<IncomingMessage>().ToArray();
        Assert.Equal(2, turns.Length);
        Assert.Single(turns.Select(turn => turn.DeliveryId).Distinct());
        Assert.All(turns, turn => Assert.Equal(("agenda", true, true), (turn.Text, turn.Addressed, turn.Bare)));
    }

    [Fact]
    public async Task Who_joins_is_a_member_and_the_bot_says_hello_once()
    {
        foreach (var (user, id) in new[] { ("UBOT", "Ev1"), ("UBOT", "Ev2"), ("U2", "Ev3") })
        {
            await _bot.EventAsync(
                new() { ["type"] = "member_joined_channel", ["user"] = user, ["channel"] = "C1", ["inviter"] = "U1" }, id: id);
        }

        var joined = _turns.Cast<MembersAdded>().ToArray();
        Assert.Equal([true, true, false], joined.Select(turn => turn.BotAdded));
        Assert.Equal(joined[0].DeliveryId, joined[1].DeliveryId);
        Assert.Equal("Ada", joined[0].Sender.Name);
        Assert.Equal("Grace", Assert.Single(joined[2].People).Name);
    }

    [Fact]
    public async Task A_name_that_somebody_changed_is_known_from_then_on()
    {
        await _bot.CommandAsync("U1", "/agenda");
        await _bot.EventAsync(new()
        {
            ["type"] = "user_change",
            ["user"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "U1", ["real_name"] = "Ada\nLovelace", ["tz"] = "Asia/Tokyo" },
        });
        await _bot.CommandAsync("U1", "/agenda");

        var senders = _turns.Select(turn => (turn.Sender.Name, turn.Sender.Zone)).ToArray();
        Assert.Equal([("Ada", "Europe/Zurich"), ("Ada Lovelace", "Asia/Tokyo")], senders);
        Assert.Single(_slack.Calls, call => call.Method == "users.info");
    }

    [Theory]
    [InlineData("bot_id", "B1")]
    [InlineData("user", "UBOT")]
    [InlineData("subtype", "message_changed")]
    [InlineData("subtype", "bot_message")]
    public async Task What_a_bot_says_or_slack_tells_of_is_no_turn(string field, string value)
    {
        var told = SlackRequests.Event("message", "U1", "/agenda", "C1", "1700000000.000100");
        told[field] = value;
        await _bot.EventAsync(told);

        Assert.Empty(_turns);
    }

    [Fact]
    public async Task A_turn_that_takes_long_is_acknowledged_in_time_and_goes_on()
    {
        var gate = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var slow = await SlackBot.StartAsync(
            _slack,
            async (_, _) =>
            {
                await gate.Task;
                ended.SetResult();
                return new TurnOutcome(null);
            },
            ackLimit: TimeSpan.FromMilliseconds(50));

        Assert.Equal("", await slow.CommandAsync("U1", "/agenda"));
        Assert.False(ended.Task.IsCompleted);
        gate.SetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_command_that_could_not_be_saved_says_so_and_an_event_is_asked_for_again()
    {
        await using var broken = await SlackBot.StartAsync(
            _slack, (_, _) => throw new Tables.TableUnavailableException("away"));

        var answer = await broken.CommandAsync("U1", "/agenda add Budget");
        using var told = await broken.PostAsync(
            "/slack/events",
            SlackRequests.Envelope(
                SlackRequests.Event("message", "U1", "/agenda", "C1", "1700000000.000100"), "T1", "Ev1").ToJsonString());

        Assert.Contains("try again", answer, StringComparison.Ordinal);
        Assert.Contains("ephemeral", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
    }

    [Fact]
    public async Task An_acknowledged_event_is_tried_again_here_until_it_is_stored()
    {
        var (gate, stored, tries) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await using var slow = await SlackBot.StartAsync(
            _slack,
            async (_, _) =>
            {
                await gate.Task;
                if (Interlocked.Increment(ref tries) < 3) throw new Tables.TableUnavailableException("away");
                stored.SetResult();
                return new TurnOutcome(null);
            },
            ackLimit: TimeSpan.FromMilliseconds(50));

        Assert.Equal("", await slow.SayAsync("U1", "/agenda add Budget"));
        gate.SetResult();
        await stored.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(3, tries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_acknowledged_is_done_before_the_process_stops(bool away)
    {
        var (gate, stored, tries) = (new TaskCompletionSource(), 0, 0);
        await using var slow = await SlackBot.StartAsync(
            _slack,
            async (_, _) =>
            {
                await gate.Task;
                if (away && Interlocked.Increment(ref tries) < 3) throw new Tables.TableUnavailableException("away");
                Interlocked.Increment(ref stored);
                return new TurnOutcome(null);
            },
            ackLimit: TimeSpan.FromMilliseconds(50));
        Assert.Equal("", await slow.SayAsync("U1", "/agenda add Budget"));

        var stopping = slow.StopAsync();
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task Who_drips_a_body_is_cut_off()
    {
        var rate = new SlowestRate();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Features.Set<Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinRequestBodyDataRateFeature>(rate);
        await RequestBody.ReadAsync(context.Request);

        Assert.True(rate.MinDataRate!.BytesPerSecond * 30 > RequestBody.MaxLength, "the longest body takes half a minute at most");
    }

    private sealed class SlowestRate : Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinRequestBodyDataRateFeature
    {
        public Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate? MinDataRate { get; set; }
    }

    [Fact]
    public async Task Neither_words_nor_secrets_stand_in_the_log()
    {
        await _bot.CommandAsync("U1", "/agenda add Confidential", trigger: "9.9.secrettrigger");
        using var refused = await _bot.PostAsync("/slack/commands", "command=Confidential");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        foreach (var secret in new[] { "Confidential", "secrettrigger", "xoxb-", SlackBot.Secret })
            Assert.DoesNotContain(secret, _bot.Logs.All, StringComparison.Ordinal);
    }

    private ValueTask<TurnOutcome> Record(Incoming incoming, CancellationToken cancel)
    {
        _turns.Enqueue(incoming);
        return new ValueTask<TurnOutcome>(new TurnOutcome(null));
    }
}
