using System.Diagnostics;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Slack.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MeetingBot.Slack.Tests;

/// <summary>Messages on their way to Slack: posted, edited, put in another place, and what an answer means.</summary>
public sealed class SlackChannelTests : IAsyncLifetime
{
    private static readonly ConversationReference Channel = new("slack", "T1", "C1", ConversationKind.Channel);
    private static readonly Person Ada = new("slack", "T1", "U1", "Ada");
    private static readonly byte[] Bytes = [1, 2, 3];

    private FakeSlack _slack = null!;
    private WebApplication _app = null!;
    private SlackChannel _channel = null!;

    private IReadOnlyList<FakeMessage> Messages => _slack.Methods.Messages;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        _app = await StartAsync(TimeSpan.Zero);
        _channel = _app.Services.GetRequiredService<SlackChannel>();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_live_card_is_edited_where_it_stands()
    {
        var card = await SendAsync(Outgoing("First"));
        var edited = await SendAsync(Outgoing("Second"), new LiveCard(card.MessageId!));

        Assert.Equal(card.MessageId, edited.MessageId);
        Assert.Contains("Second", Assert.Single(Messages).All, StringComparison.Ordinal);
        Assert.Equal(1, Messages[0].Edits);
    }

    [Fact]
    public async Task A_fresh_card_comes_last_and_the_old_one_goes()
    {
        var card = await SendAsync(Outgoing("Card"));
        await SendAsync(Outgoing("Talk"));
        var fresh = await SendAsync(Outgoing("Card") with { Fresh = true }, new LiveCard(card.MessageId!));

        Assert.NotEqual(card.MessageId, fresh.MessageId);
        Assert.Equal(["Talk", "Card"], Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_gone()
    {
        Assert.IsType<Delivery.Gone>(await DeliverAsync(Outgoing("Card"), new LiveCard("1600000000.000001")));
        Assert.Empty(Messages);
    }

    [Fact]
    public async Task An_answer_stands_in_the_thread_that_it_is_of()
    {
        await SendAsync(Outgoing("Answer") with { To = Channel with { Thread = "C1;1700000000.000100" } });

        Assert.Equal(("C1", "1700000000.000100"), (Messages[0].Channel, Messages[0].Thread));
    }

    [Fact]
    public async Task What_one_person_may_see_goes_into_their_own_chat_with_its_file()
    {
        await SendAsync(Outgoing("Your calendar") with
        {
            Recipient = Ada, File = new FileOffer("meetings.ics", "The meetings", "reference"),
        });

        Assert.Equal("D1", Assert.Single(Messages).Channel);
        Assert.Equal(("meetings.ics", "D1"), Assert.Single(_slack.Methods.Shared));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task A_channel_gets_one_message_a_second()
    {
        _slack.Methods.KeepsPace = true;
        await using var app = await StartAsync(TimeSpan.FromSeconds(1));
        var channel = app.Services.GetRequiredService<SlackChannel>();
        foreach (var text in new[] { "one", "two", "three" })
            Assert.IsType<Delivery.Sent>(await channel.DeliverAsync(text, Outgoing(text), null, CancellationToken.None));

        Assert.Equal(["one", "two", "three"], Messages.Select(message => message.Text));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task An_edit_of_a_card_that_thousands_change_comes_a_second_after_the_last_one_however_long_that_took()
    {
        var came = new List<long>();
        _slack.Failing = method =>
        {
            if (method == "chat.update") came.Add(Stopwatch.GetTimestamp());
            return null;
        };
        await using var app = await StartAsync(TimeSpan.FromSeconds(1));
        var channel = app.Services.GetRequiredService<SlackChannel>();
        var poll = Outgoing("Poll") with { Slot = "poll", Paced = true };
        var posted = Assert.IsType<Delivery.Sent>(await channel.DeliverAsync("0", poll, null, CancellationToken.None));
        foreach (var votes in new[] { "1", "2" })
            Assert.IsType<Delivery.Sent>(await channel.DeliverAsync(
                votes, poll with { Text = votes }, new LiveCard(posted.MessageId!), CancellationToken.None));

        Assert.Equal(2, came.Count);
        Assert.True(Stopwatch.GetElapsedTime(came[0], came[1]) >= TimeSpan.FromSeconds(1));
        Assert.Equal("2", Assert.Single(Messages).Text);
    }

    [Fact]
    public async Task A_text_over_every_limit_arrives_whole_in_order()
    {
        var lines = Enumerable.Range(0, 900).Select(i => $"Line {i} <!channel> & *not bold* of a very long text.").ToList();
        await SendAsync(Outgoing(string.Join('\n', lines)));

        Assert.True(Messages.Count > 1);
        var all = string.Join('\n', Messages.Select(message => message.All));
        Assert.All(lines, line => Assert.Contains(line, all, StringComparison.Ordinal));
        Assert.DoesNotContain("<!channel>", string.Concat(Messages.Select(message => message.Text)), StringComparison.Ordinal);
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task Of_a_long_message_that_was_cut_off_only_the_rest_is_sent()
    {
        var posts = 0;
        _slack.Failing = method =>
            method == "chat.postMessage" && Interlocked.Increment(ref posts) == 2 ? new FakeFailure(500) : null;
        var message = Outgoing(string.Join('\n', Enumerable.Range(0, 900).Select(i => $"Line {i} of a very long text.")));
        Assert.IsType<Delivery.Later>(await _channel.DeliverAsync("long", message, null, CancellationToken.None));
        Assert.IsType<Delivery.Sent>(await _channel.DeliverAsync("long", message, null, CancellationToken.None));

        Assert.Equal(2, string.Join('\n', Messages.Select(part => part.Blocks)).Split("Line 0 of").Length);
    }

    [Theory]
    [InlineData(429, "ratelimited", 7)]
    [InlineData(503, null, null)]
    [InlineData(200, "fatal_error", null)]
    [InlineData(200, "token_expired", null)]
    [InlineData(302, null, null)]
    [InlineData(403, null, null)]
    [InlineData(404, null, null)]
    [InlineData(407, null, null)]
    public async Task What_passes_is_tried_again_later(int status, string? error, int? wait)
    {
        _slack.Failing = method => method == "chat.postMessage" ? new FakeFailure(status, error, wait) : null;

        var later = Assert.IsType<Delivery.Later>(await DeliverAsync(Outgoing("Card")));
        Assert.Equal(wait is { } seconds ? Duration.FromSeconds(seconds) : null, later.After);
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("channel_not_found")]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("restricted_action")]
    [InlineData("invalid_blocks")]
    public async Task What_does_not_pass_is_given_up(string error)
    {
        _slack.Failing = method => method == "chat.postMessage" ? new FakeFailure(200, error) : null;

        Assert.Equal(error, Assert.IsType<Delivery.Refused>(await DeliverAsync(Outgoing("Card"))).Reason);
    }

    [Fact]
    public async Task A_workspace_that_is_not_served_gets_nothing()
    {
        var refused = await DeliverAsync(Outgoing("Card") with { To = Channel with { Tenant = "T2" } });

        Assert.IsType<Delivery.Refused>(refused);
        Assert.Equal(["auth.test"], _slack.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_message_that_shrank_while_it_was_cut_off_ends_with_its_last_part()
    {
        var posts = 0;
        _slack.Failing = method =>
            method == "chat.postMessage" && Interlocked.Increment(ref posts) == 3 ? new FakeFailure(500) : null;
        var long3 = Outgoing(string.Join('\n', Enumerable.Range(0, 900).Select(i => $"Line {i} of a very long text, which goes on.")));
        Assert.IsType<Delivery.Later>(await _channel.DeliverAsync("live", long3, null, CancellationToken.None));
        var sent = Assert.IsType<Delivery.Sent>(
            await _channel.DeliverAsync("live", Outgoing("It is short now"), null, CancellationToken.None));

        Assert.NotNull(sent.MessageId);
        Assert.Contains("It is short now", Messages[^1].All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack", "T2", "U1")]
    [InlineData("teams", "T1", "U1")]
    public async Task Who_has_no_account_in_the_workspace_is_told_nothing_there(string platform, string tenant, string id)
    {
        var delivery = await DeliverAsync(Outgoing("For you alone") with { Recipient = new Person(platform, tenant, id, "Eve") });

        Assert.IsType<Delivery.Refused>(delivery);
        Assert.Empty(Messages);
    }

    private static Outgoing Outgoing(string text) => new(Channel, text);

    private async Task<Delivery.Sent> SendAsync(Outgoing message, LiveCard? existing = null) =>
        Assert.IsType<Delivery.Sent>(await DeliverAsync(message, existing));

    private ValueTask<Delivery> DeliverAsync(Outgoing message, LiveCard? existing = null) =>
        _channel.DeliverAsync(Guid.NewGuid().ToString(), message, existing, CancellationToken.None);

    private Task<WebApplication> StartAsync(TimeSpan pace) => Loopback.StartAsync(
        builder =>
        {
            builder.Services.AddSlack(new SlackOptions
            {
                SigningSecret = SlackBot.Secret, BotToken = "xoxb-1", ApiUrl = _slack.ApiUrl, Development = true, Pace = pace,
            });
            builder.Services.AddSingleton<ReadFile>((_, _) => new ValueTask<ReadOnlyMemory<byte>?>(Bytes));
        },
        _ => { });
}
