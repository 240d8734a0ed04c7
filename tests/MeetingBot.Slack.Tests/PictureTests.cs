using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Slack.Answers;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Tests.Support;
using MeetingBot.Slack.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Slack.Tests;

/// <summary>Slack refuses all of a message or view for one picture that it can't fetch: its words are sent then.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private static readonly ConversationReference Channel = new("slack", "T1", "C1", ConversationKind.Channel);

    private static readonly Card Result = new(
        "Result", [new CardText("Four of five."), new CardImage(new Uri("https://bot.example/p.png"), "Bars: yes 4, no 1.")],
        [CardButton.Press("Refresh", "poll show", ("number", "1"))]);

    private FakeSlack _slack = null!;
    private WebApplication _app = null!;

    private SlackApi Api => _app.Services.GetRequiredService<SlackServer>().Api;

    private IReadOnlyList<FakeMessage> Messages => _slack.Methods.Messages;

    public async Task InitializeAsync()
    {
        _slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        _slack.Methods.PicturesFail = true;
        _app = await Loopback.StartAsync(
            builder => builder.Services.AddSlack(new SlackOptions
            {
                SigningSecret = "s", BotToken = "xoxb-1", ApiUrl = _slack.ApiUrl, Development = true, Pace = TimeSpan.Zero,
            }),
            app => app.MapSlack());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task Message_says_in_words_what_the_picture_shows()
    {
        var sent = Assert.IsType<Delivery.Sent>(await DeliverAsync(null));
        var edited = Assert.IsType<Delivery.Sent>(await DeliverAsync(new LiveCard(sent.MessageId!)));

        var message = Assert.Single(Messages);
        Assert.Equal((sent.MessageId, 1), (edited.MessageId, message.Edits));
        Assert.Contains("Four of five.", message.All, StringComparison.Ordinal);
        Assert.Contains("Bars: yes 4, no 1.", message.All, StringComparison.Ordinal);
        Assert.NotNull(BlockNodes.Button(message, "Refresh"));
        Assert.Equal(2, _slack.Calls.Count(call => call.Method == "chat.postMessage"));
        Assert.Equal(2, _slack.Calls.Count(call => call.Method == "chat.update"));
    }

    [Fact]
    public async Task It_is_tried_again_once_and_for_a_picture_alone()
    {
        _slack.Failing = method => method == "chat.postMessage" ? new FakeFailure(200, "invalid_blocks") : null;
        Assert.IsType<Delivery.Refused>(await DeliverAsync(null));

        Assert.Single(_slack.Calls, call => call.Method == "chat.postMessage");
    }

    [Fact]
    public async Task Where_pictures_are_fetched_they_stay()
    {
        _slack.Methods.PicturesFail = false;
        await DeliverAsync(null);

        Assert.Contains("https://bot.example/p.png", Assert.Single(Messages).Blocks, StringComparison.Ordinal);
        Assert.Single(_slack.Calls, call => call.Method == "chat.postMessage");
    }

    [Fact]
    public async Task View_that_is_opened_and_shown_anew_has_the_words()
    {
        var view = BlockKitModal.Of(Result);
        Assert.True((await Api.OpenViewAsync("xoxb-1", "1.2.3", view, default)).Ok);
        Assert.True((await Api.UpdateViewAsync("xoxb-1", "V1.2.3", view, default)).Ok);
        Assert.True((await Api.PostEphemeralAsync(
            "xoxb-1", "C1", null, "U1", BlockKitMessage.Pages(Result)[0], default)).Ok);

        var shown = Assert.Single(_slack.Methods.Views).View;
        Assert.Equal("modal", (string?)shown["type"]);
        Assert.Contains("Bars: yes 4, no 1.", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("image_url", shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_in_place_has_the_words()
    {
        var urls = _app.Services.GetRequiredService<SlackServer>().Urls;
        Assert.True(await urls.PostAsync(
            _slack.ResponseUrl(), ResponseUrls.Message(BlockKitMessage.Pages(Result)[0], inPlace: true)));

        var shown = Assert.Single(_slack.Shown);
        Assert.True((bool)shown["replace_original"]!);
        Assert.Contains("Bars: yes 4, no 1.", shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!channel> & \"'")]
    [InlineData("\"}]},{\"type\":\"image\"")]
    public void Words_stay_words(string words)
    {
        var card = new Card("Result", [new CardImage(new Uri("https://bot.example/p.png"), words)], []);
        var json = ResponseUrls.Message(BlockKitMessage.Pages(card)[0], inPlace: false);
        var written = JsonNode.Parse(PicturesInWords.Of(json)!.Value.Span)!;

        Assert.Contains(BlockNodes.All(written["blocks"]!), node => (string?)(node["text"] as JsonValue) == words);
        Assert.DoesNotContain(BlockNodes.All(written), node => (string?)(node["type"] as JsonValue) == "image");
        Assert.Null(PicturesInWords.Of(Encoding.UTF8.GetBytes(written.ToJsonString())));
    }

    [Fact]
    public void Long_words_that_stand_behind_the_picture_are_not_said_twice()
    {
        var words = string.Concat(Enumerable.Repeat("yes four, no one; ", 150));
        var card = new Card("Result", [new CardImage(new Uri("https://bot.example/p.png"), words)], []);
        var json = ResponseUrls.Message(BlockKitMessage.Pages(card)[0], inPlace: false);
        var blocks = JsonNode.Parse(PicturesInWords.Of(json)!.Value.Span)!["blocks"]!.AsArray();

        Assert.Equal(["header", "rich_text"], blocks.Select(block => (string?)block!["type"]));
    }

    private ValueTask<Delivery> DeliverAsync(LiveCard? existing) => _app.Services.GetRequiredService<SlackChannel>()
        .DeliverAsync(Guid.NewGuid().ToString(), new Outgoing(Channel, "") { Card = Result }, existing, default);
}
