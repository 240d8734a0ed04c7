using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using NodaTime;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams;

/// <summary>
/// A member's card of a round of scores, over the protocol: it goes to their personal chat, is pressed there, and counts
/// in the group.
/// </summary>
public sealed class PersonalScoreCardTests : IAsyncLifetime, IDisposable
{
    private const string GroupChat = "19:group@thread.v2";
    private readonly Bot _bot = new(new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel("teams"));
    private FakeConnector _connector = null!;
    private TestBot _door = null!;
    private int _activities;

    public async Task InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _connector.Answer = call => new Reply(201, call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal) ? """{"id":"a:ada"}""" : """{"id":"m"}""");
        _door = await TestBot.StartAsync(new TeamsOptions { Development = true }, (incoming, cancel) => _bot.Runner.RunAsync(incoming, cancel));
    }

    public async Task DisposeAsync()
    {
        await _door.DisposeAsync();
        await _connector.DisposeAsync();
    }

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Card_GoesToThePersonalChat_AndItsPress_CountsInTheGroup()
    {
        await OpenRoundAsync();
        var (card, save) = await PersonalCardAsync();
        Assert.Equal("1.5", (string)card["version"]!);
        Assert.Equal("risk score", (string)save["verb"]!);
        var data = save["data"]!.AsObject();
        Assert.Equal(
            (GroupChat, "1", "1", "TR-1", "TR-2"),
            ((string)data["home"]!, (string)data["assessment"]!, (string)data["round"]!, (string)data["risk"]!, (string)data["next"]!));
        var inputs = Nodes(card).Where(node => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(["likelihood", "impact", "confidence", "rationale"], inputs.Select(input => (string)input["id"]!));
        Assert.All(inputs, input => Assert.Null(input["value"]));

        var answer = await PressAsync(save, "29:ada", "Ada", ("likelihood", "4"), ("impact", "?"));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)answer["type"]!);
        var next = answer["value"]!.ToJsonString();
        Assert.Contains("TR-2: Second", next, StringComparison.Ordinal);
        Assert.Contains("TR-1, likelihood 4, impact don\\u0027t know", next, StringComparison.Ordinal);
        Assert.Single(Scores());

        await _bot.Settled();
        _bot.Time.Advance(Duration.FromSeconds(2));
        await _bot.Settled();
        var shared = _bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 1").Message;
        Assert.Equal(GroupChat, shared.To.Target);
        Assert.Contains(shared.Card!.Body.OfType<MeetingBot.Cards.CardText>(), text => text.Text.Contains("On the way (1): Ada 1 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SamePress_Repeated_IsAnsweredAlike_AndCountsOnce()
    {
        await OpenRoundAsync();
        var (_, save) = await PersonalCardAsync();
        var press = Press(save, "29:ada", "Ada", ("likelihood", "4"), ("impact", "3"));
        var first = await AnswerAsync(press);
        Assert.True(JsonNode.DeepEquals(first, await AnswerAsync(press)));
        Assert.Single(Scores());
    }

    [Fact]
    public async Task ForwardedCard_PressedByAStranger_OrInAnotherTenant_DoesNothing()
    {
        await OpenRoundAsync();
        var (_, save) = await PersonalCardAsync();
        var stranger = await PressAsync(save, "29:mallory", "Mallory", ("likelihood", "1"), ("impact", "1"));
        Assert.Equal("No round is open. Open one: /risk open until Friday 18:00", (string)stranger["value"]!);
        var elsewhere = Press(save, "29:ada", "Ada", ("likelihood", "1"), ("impact", "1"));
        elsewhere["conversation"]!["tenantId"] = "22222222-2222-4222-8222-222222222222";
        var answer = await AnswerAsync(elsewhere);
        Assert.Equal("This card belongs to another conversation; nothing was changed.", (string)answer["value"]!);
        Assert.Empty(Scores());
    }

    private IReadOnlyList<Tables.Row> Scores() => [.. _bot.Table.All().Where(row => row.RowKey.StartsWith("score|", StringComparison.Ordinal))];

    private async Task OpenRoundAsync()
    {
        await SaysAsync("/risk new \"Tokens\"");
        await SaysAsync("/risk add First | mitigation: what stands");
        await SaysAsync("/risk add Second");
        await SaysAsync("/risk open until Wednesday 18:00");
        await _bot.Advance(Duration.FromMinutes(1));
    }

    private async Task SaysAsync(string text)
    {
        var activity = SampleActivity.Message($"<at>MeetingBot</at> {text}", "groupChat")
            .With("id", $"{++_activities}").With("conversation.id", GroupChat).With("serviceUrl", _connector.Url + "/teams/")
            .With("entities", new JsonArray(SampleActivity.Mention(SampleActivity.BotId, "MeetingBot", "<at>MeetingBot</at>")));
        using var response = await _door.PostAsync(activity);
        Assert.True(response.IsSuccessStatusCode);
        await _bot.Settled();
    }

    /// <summary>What the connector is sent for Ada: her personal chat is found, and the card goes into it.</summary>
    private async Task<(JsonObject Card, JsonObject Save)> PersonalCardAsync()
    {
        var message = Assert.Single(_bot.Channel.Sent, sent => sent.Message.Recipient is not null).Message;
        Assert.IsType<Delivery.Sent>(await TestChannel.Open().DeliverAsync("o-1", message, null, CancellationToken.None));
        Assert.Equal(["/teams/v3/conversations", "/teams/v3/conversations/a%3Aada/activities"], _connector.Calls.Select(call => call.Path));
        Assert.Equal("29:ada", (string)JsonNode.Parse(_connector.Calls[0].Body)!["members"]![0]!["id"]!);
        var card = JsonNode.Parse(_connector.Calls[1].Body)!["attachments"]![0]!["content"]!.AsObject();
        return (card, Assert.Single(Nodes(card), node => (string?)node["title"] == "Save and next" && (string?)node["type"] == "Action.Execute"));
    }

    private JsonObject Press(JsonObject button, string id, string name, params (string Key, string Value)[] inputs)
    {
        var data = button["data"]!.DeepClone().AsObject();
        foreach (var (key, value) in inputs) data[key] = value;
        return SampleActivity.Invoke(data: data)
            .With("id", $"{++_activities}").With("value.action.verb", (string)button["verb"]!)
            .With("from.id", id).With("from.name", name).With("conversation.id", "a:" + name.ToLowerInvariant());
    }

    private Task<JsonObject> PressAsync(JsonObject button, string id, string name, params (string Key, string Value)[] inputs) =>
        AnswerAsync(Press(button, id, name, inputs));

    private async Task<JsonObject> AnswerAsync(JsonObject invoke)
    {
        using var response = await _door.PostAsync(invoke);
        Assert.True(response.IsSuccessStatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(pair => Nodes(pair.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };
}
