using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Teams.Cards;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams;

public sealed class TeamsChannelTests : IAsyncLifetime
{
    private const string Thread = "19:c@thread.tacv2;messageid=148";
    private const string Encoded = "19%3Ac%40thread.tacv2%3Bmessageid%3D148";

    private const string OtherThread = "19:c@thread.tacv2;messageid=90";
    private const string OtherEncoded = "19%3Ac%40thread.tacv2%3Bmessageid%3D90";

    private static readonly Person Bo = new(TeamsChannel.Name, SampleActivity.Tenant, "29:bo", "Bo");

    private readonly TeamsChannel _channel = TestChannel.Open();
    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    private ConversationReference Here => TestChannel.Conversation(_connector.Url + "/teams/", thread: Thread);

    private ValueTask<Delivery> DeliverAsync(Outgoing message, string? existingId = null, string? where = null) =>
        _channel.DeliverAsync("o-1", message, existingId is null ? null : new LiveCard(existingId, where), CancellationToken.None);

    private static string Path(params string[] segments) => "/teams/v3/conversations/" + string.Join('/', segments);

    private static Reply WithPersonalChat(Call call) =>
        new(201, call.Path == "/teams/v3/conversations" ? """{"id":"a:bo"}""" : """{"id":"m"}""");

    [Fact]
    public async Task Reply_GoesToTheMessageInItsThread()
    {
        var sent = await DeliverAsync(new Outgoing(Here, "Noted – <b>", ReplyTo: "149/1"));

        Assert.Equal(new Delivery.Sent("sent-1"), sent);
        var call = Assert.Single(_connector.Calls);
        Assert.Equal(("POST", Path(Encoded, "activities", "149%2F1")), (call.Method, call.Path));
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal("", call.Authorization);
        AssertJson("""{"type":"message","textFormat":"plain","text":"Noted – <b>","replyToId":"149/1"}""", call.Body);
    }

    [Fact]
    public async Task DirectionMarks_AreNotSent()
    {
        await DeliverAsync(new Outgoing(Here, "✓ Noted: \u202eevil\u2066 x"));
        await DeliverAsync(new Outgoing(Here, "Not reached: \u202eevil", Card: TestChannel.Card));

        Assert.Equal("✓ Noted: evil x", (string)JsonNode.Parse(_connector.Calls[0].Body)!["text"]!);
        Assert.Equal("Not reached: evil", (string)JsonNode.Parse(_connector.Calls[1].Body)!["summary"]!);
    }

    [Fact]
    public async Task Markdown_IsSaidToBe()
    {
        await DeliverAsync(new Outgoing(Here, "**Minutes**", TextFormat.Markdown));

        var call = Assert.Single(_connector.Calls);
        Assert.Equal(Path(Encoded, "activities"), call.Path);
        AssertJson("""{"type":"message","textFormat":"markdown","text":"**Minutes**"}""", call.Body);
    }

    [Fact]
    public async Task Card_HasASummaryAndNoText()
    {
        await DeliverAsync(new Outgoing(Here, "The agenda", Card: TestChannel.Card));

        var body = JsonNode.Parse(Assert.Single(_connector.Calls).Body)!.AsObject();
        Assert.Equal("The agenda", (string)body["summary"]!);
        Assert.False(body.ContainsKey("text"));
        var attachment = Assert.Single(body["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)attachment["contentType"]!);
        Assert.Equal("AdaptiveCard", (string)attachment["content"]!["type"]!);
    }

    [Fact]
    public async Task CardThatIsTooLarge_IsSentInParts_OfWhichTheLastIsTheMessage()
    {
        var sent = 0;
        _connector.Answer = _ => new Reply(201, $$"""{"id":"part-{{++sent}}"}""");
        var text = new CardText(string.Concat(Enumerable.Repeat("<words> ", 4_000)));
        var card = new Card("Minutes", [text], [CardButton.Press("Go on", "agenda")]);

        var delivery = await DeliverAsync(new Outgoing(Here, "The minutes", Card: card, Slot: "minutes"));

        Assert.True(sent > 1);
        Assert.Equal(new Delivery.Sent($"part-{sent}"), delivery);
        Assert.All(_connector.Calls, call => Assert.InRange(call.Body.Length, 1, CardSize.MaxBytes + 1_000));
        var shown = string.Concat(_connector.Calls.Select(call => JsonNode.Parse(call.Body)!.ToJsonString()));
        Assert.Equal(4_000, shown.Split("words").Length - 1);
        Assert.Contains("Go on", _connector.Calls[^1].Body, StringComparison.Ordinal);
        Assert.Contains("The minutes", _connector.Calls[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartThatIsNotTaken_LeavesTheWholeForLater()
    {
        _connector.Answer = _ => new Reply(503);
        var card = new Card("Minutes", new CardText(new string('x', 60_000)));

        Assert.IsType<Delivery.Later>(await DeliverAsync(new Outgoing(Here, "x", Card: card)));
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task CardWhoseInputsFitNoMessage_IsRefused()
    {
        var choices = Enumerable.Range(0, 1_000).Select(i => new Choice($"{i}", $"Number {i} of many choices"));
        var card = new Card("Form", new ChoiceInput("who", "Who?", [.. choices]));

        Assert.IsType<Delivery.Refused>(await DeliverAsync(new Outgoing(Here, "x", Card: card)));
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Edit_PutsTheMessage()
    {
        _connector.Answer = _ => new Reply(200, """{"id":"other"}""");

        var edited = await DeliverAsync(new Outgoing(Here, "x", Card: TestChannel.Card), "card-1");

        Assert.Equal(new Delivery.Sent("card-1"), edited);
        var call = Assert.Single(_connector.Calls);
        Assert.Equal(("PUT", Path(Encoded, "activities", "card-1")), (call.Method, call.Path));
    }

    [Fact]
    public async Task EditFromAnotherThread_PutsTheMessageWhereItStands()
    {
        await DeliverAsync(new Outgoing(Here, "x", Card: TestChannel.Card), "card-1", OtherThread);

        var call = Assert.Single(_connector.Calls);
        Assert.Equal(("PUT", Path(OtherEncoded, "activities", "card-1")), (call.Method, call.Path));
    }

    [Fact]
    public async Task FreshFromAnotherThread_IsSentHereAndDeletedThere()
    {
        await DeliverAsync(new Outgoing(Here, "x", Card: TestChannel.Card, Fresh: true), "card-1", OtherThread);

        Assert.Equal(
            [("POST", Path(Encoded, "activities")), ("DELETE", Path(OtherEncoded, "activities", "card-1"))],
            _connector.Calls.Select(c => (c.Method, c.Path)));
    }

    [Fact]
    public async Task EditOfAMessageThatIsGone_SaysSo()
    {
        _connector.Answer = _ => new Reply(404, "<html>not here</html>", "text/html");

        Assert.IsType<Delivery.Gone>(await DeliverAsync(new Outgoing(Here, "x", Card: TestChannel.Card), "card-1"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(501)]
    [InlineData(404)]
    [InlineData(403)]
    public async Task Fresh_SendsTheNewOneAndThenDeletesTheOld(int deleted)
    {
        _connector.Answer = c => c.Method == "DELETE" ? new Reply(deleted) : new Reply(201, """{"id":"card-2"}""");

        var sent = await DeliverAsync(new Outgoing(Here, "x", Card: TestChannel.Card, Fresh: true), "card-1");

        Assert.Equal(new Delivery.Sent("card-2"), sent);
        Assert.Equal(
            [("POST", Path(Encoded, "activities")), ("DELETE", Path(Encoded, "activities", "card-1"))],
            _connector.Calls.Select(c => (c.Method, c.Path)));
    }

    [Fact]
    public async Task FreshThatCantBeSent_LeavesTheOldOne()
    {
        _connector.Answer = _ => new Reply(503);

        Assert.IsType<Delivery.Later>(await DeliverAsync(new Outgoing(Here, "x", Fresh: true), "card-1"));
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task ReplyToADeletedMessage_IsSentAllTheSame()
    {
        _connector.Answer = c => c.Path.EndsWith("/149", StringComparison.Ordinal)
            ? new Reply(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""")
            : new Reply(201, """{"id":"sent-2"}""");

        Assert.Equal(new Delivery.Sent("sent-2"), await DeliverAsync(new Outgoing(Here, "x", ReplyTo: "149")));
        Assert.DoesNotContain("replyToId", _connector.Calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateMessage_GoesToThePersonalConversation_WhichIsAskedForOnce()
    {
        _connector.Answer = WithPersonalChat;

        await DeliverAsync(new Outgoing(Here, "one", ReplyTo: "149", Recipient: Bo));
        await DeliverAsync(new Outgoing(Here, "two", Recipient: Bo));

        Assert.Equal(
            ["/teams/v3/conversations", Path("a%3Abo", "activities"), Path("a%3Abo", "activities")],
            _connector.Calls.Select(c => c.Path));
        AssertJson(
            """
            {"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:bo"}],
             "tenantId":"11111111-1111-4111-8111-111111111111",
             "channelData":{"tenant":{"id":"11111111-1111-4111-8111-111111111111"}}}
            """,
            _connector.Calls[0].Body);
    }

    [Fact]
    public async Task PrivateMessage_NeverGoesWhereItWasAsked()
    {
        var personal = Here with { Kind = ConversationKind.Personal, Thread = null };
        _connector.Answer = WithPersonalChat;

        await DeliverAsync(new Outgoing(personal, "secret", Recipient: Bo));

        Assert.Equal(Path("a%3Abo", "activities"), _connector.Calls[^1].Path);
    }

    [Fact]
    public async Task StalePersonalConversation_IsAskedForAgainOnce()
    {
        var made = 0;
        _connector.Answer = c => c.Path == "/teams/v3/conversations"
            ? new Reply(201, $$"""{"id":"a:{{++made}}"}""")
            : c.Path.Contains("a%3A1/", StringComparison.Ordinal) && c.Body.Contains("two", StringComparison.Ordinal)
                ? new Reply(404)
                : new Reply(201, """{"id":"m"}""");

        await DeliverAsync(new Outgoing(Here, "one", Recipient: Bo));
        Assert.IsType<Delivery.Sent>(await DeliverAsync(new Outgoing(Here, "two", Recipient: Bo)));
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task PersonWhoCantBeReached_IsRefused()
    {
        _connector.Answer = _ => new Reply(403, """{"error":{"code":"BotNotInConversationRoster"}}""");

        Assert.Equal(new Delivery.Refused("HTTP 403"), await DeliverAsync(new Outgoing(Here, "x", Recipient: Bo)));
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
