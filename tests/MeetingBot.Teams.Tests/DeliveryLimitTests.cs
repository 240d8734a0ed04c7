using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams;

/// <summary>All calls of one delivery together end before another instance would take the message over.</summary>
public sealed class DeliveryLimitTests : IAsyncLifetime
{
    private static readonly Reply Never = new(201) { Until = new TaskCompletionSource().Task };

    private readonly ManualTime _time = new();
    private TeamsChannel _channel = null!;
    private FakeConnector _connector = null!;

    public async Task InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _channel = TestChannel.Timed(_time);
    }

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task CardInSlowParts_IsCutOffInTime_AndItsRestGoesOnNextTime()
    {
        var text = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"<word {number}> "));
        var message = Message(new Card("Minutes", new CardText(text)));
        // Each is answered within its own limit.
        _connector.Answer = call =>
        {
            _time.Advance(TimeSpan.FromSeconds(4));
            return _connector.Calls.Count == 3 ? Never : new Reply(201, """{"id":"part"}""");
        };
        Assert.IsType<Delivery.Later>(await DeliverAsync(message));
        Assert.Equal(3, _connector.Calls.Count);

        _connector.Answer = _ => new Reply(201, """{"id":"rest"}""");
        Assert.Equal(new Delivery.Sent("rest"), await DeliverAsync(message));

        var bodies = _connector.Calls.Select(call => JsonNode.Parse(call.Body)!.ToJsonString()).ToList();
        Assert.Equal(bodies[2], bodies[3]);
        bodies.RemoveAt(2);
        Assert.Equal(bodies.Count, bodies.Distinct().Count());
        var shown = string.Concat(bodies);
        Assert.All(Enumerable.Range(0, 4_000), number => Assert.Equal(2, shown.Split($"word {number}\\u003E").Length));
    }

    [Fact]
    public async Task PartThatIsThrottled_IsWhereItGoesOn()
    {
        var message = Message(new Card("Minutes", new CardText(new string('x', 60_000))));
        _connector.Answer = _ => _connector.Calls.Count == 2 ? new Reply(429) : new Reply(201, """{"id":"m"}""");

        Assert.IsType<Delivery.Later>(await DeliverAsync(message));
        Assert.IsType<Delivery.Sent>(await DeliverAsync(message));

        Assert.Single(_connector.Calls, call => call.Body == _connector.Calls[0].Body);
        Assert.Equal(2, _connector.Calls.Count(call => call.Body == _connector.Calls[1].Body));
    }

    [Fact]
    public async Task ConnectorThatHangs_IsLoggedAndCountedOnce()
    {
        using var logs = new LogLines();
        _channel = TestChannel.Timed(_time, logs);
        var counted = new ConcurrentQueue<string>();
        using var metrics = new MeterListener();
        metrics.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            counted.Enqueue(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "meetingbot.platform.errors") listener.EnableMeasurementEvents(instrument);
        };
        metrics.Start();
        _connector.Answer = _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            return Never;
        };

        Assert.IsType<Delivery.Later>(await DeliverAsync(Message(TestChannel.Card)));

        Assert.Contains("platform=teams status=0", counted);
        Assert.Equal(2, logs.All.Split("did not answer").Length);
    }

    [Fact]
    public async Task OldCardThatIsNotDeletedInTime_LeavesTheNewOneSent()
    {
        _connector.Answer = call =>
        {
            if (call.Method != "DELETE") return new Reply(201, """{"id":"new"}""");
            _time.Advance(TimeSpan.FromSeconds(10));
            return Never;
        };

        var delivery = await DeliverAsync(Message(TestChannel.Card) with { Fresh = true }, new LiveCard("old"));

        Assert.Equal(new Delivery.Sent("new"), delivery);
        Assert.Equal(["POST", "DELETE"], _connector.Calls.Select(call => call.Method));
    }

    private ValueTask<Delivery> DeliverAsync(Outgoing message, LiveCard? existing = null) =>
        _channel.DeliverAsync("o-1", message, existing, CancellationToken.None);

    private Outgoing Message(Card card) => new(TestChannel.Conversation(_connector.Url + "/teams/"), "x", Card: card);
}
