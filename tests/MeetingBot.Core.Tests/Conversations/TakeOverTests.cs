using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Several instances on one table.</summary>
public sealed class TakeOverTests : IDisposable
{
    private static readonly Duration Short = Duration.FromSeconds(5);

    private readonly MemoryTable _table = new();
    private readonly FakeTime _time = new(FakeTime.Start);
    private readonly FakeChannel _channel = new();
    private readonly Room _room = new();
    private readonly List<Bot> _bots = [];

    [Fact]
    public async Task DeadInstance_ItsMessagesAreSentByOneOther()
    {
        var dead = await Alive("dead");
        _channel.Hold = _ => new TaskCompletionSource().Task;
        await dead.Turn(_room.Message("Luna", "agenda add One"));
        await dead.Turn(_room.Message("Luna", "help"));
        await Eventually.Until(() => _channel.Tried.Count == 1, "the first message is being delivered");
        _channel.Hold = null;
        var (b, c) = (await Alive("b"), await Alive("c"));
        Assert.Empty(_channel.Sent);

        _time.Advance(Duration.FromSeconds(31));
        await Task.WhenAll(Care(b), Care(c));
        await b.Settled();
        await c.Settled();

        Assert.Equal(3, _channel.Sent.Count);
        Assert.Equal(3, _channel.Sent.Select(sent => sent.OutboxId).Distinct().Count());
        Assert.DoesNotContain(_table.All(), row => row.RowKey.StartsWith("out|", StringComparison.Ordinal));
        Assert.DoesNotContain(_table.All(), row => row.RowKey.StartsWith("owes|dead|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SeveralDeadInstances_WhatTheyOweComesInTheOrderOfPromising()
    {
        var (one, two) = (await Alive("z"), await Alive("d"));
        await Owe(4, one, two);
        var heir = await Alive("heir");

        await TakeOver(heir);

        Assert.Equal(4, _channel.Sent.Count);
        Assert.Equal(_channel.Sent.Select(sent => sent.OutboxId).Order(StringComparer.Ordinal), _channel.Sent.Select(sent => sent.OutboxId));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"message":{"to":{"platform":"web"},"text":"secret"},"owner":"dead","at":"2025-06-27T14:00:00Z"}""")]
    [InlineData("""{"message":{"text":"secret","to":{"platform":"web","tenant":"","id":"room"},"card":{"title":"secret","body":[{"$type":"hologram"}]}},"owner":"dead"}""")]
    public async Task UnreadableMessage_IsPassedOverAndStaysForWhoCanReadIt(string json)
    {
        await Owe(2, await Alive("dead"));
        var readable = _table.Under(_room.Partition, "out")[0].Data;
        var unreadable = TableKey.Join("out", "0", "1");
        await Put(_room.Partition, unreadable, json);
        await Put("a", unreadable, json);
        await Put("instances", TableKey.Join("owes", "dead", "a"), """{"partitionKey":"a"}""");
        var log = new FakeLog();
        var heir = await Alive("heir", log);

        await TakeOver(heir);
        await Care(heir);

        Assert.Equal(2, _channel.Sent.Count);
        Assert.Equal([unreadable], _table.Under(_room.Partition, "out").Select(row => row.RowKey));
        Assert.Contains(unreadable, Assert.Single(log.Lines, line => line.StartsWith("Error 107", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal));

        await _table.CommitAsync(_room.Partition, [new RowChange.Upsert(unreadable, readable)], CancellationToken.None);
        await Care(heir);
        await heir.Settled();
        Assert.Equal(3, _channel.Sent.Count);
        await Care(heir);
        Assert.DoesNotContain(_table.Under("instances", "owes", "dead"), row => !row.RowKey.EndsWith("|a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyMessages_AreClaimedInBatchesAndSentInOrder()
    {
        await Owe(250, await Alive("dead"));
        var heir = await Alive("heir");
        _table.Calls.Clear();

        await TakeOver(heir);

        Assert.Equal([100, 100, 50], _table.Calls.Where(IsClaim).Select(call => call.Changes.Count));
        Assert.Equal(250, _channel.Sent.Count);
        Assert.Equal(_channel.Sent.Select(sent => sent.OutboxId).Order(StringComparer.Ordinal), _channel.Sent.Select(sent => sent.OutboxId));
    }

    [Fact]
    public async Task OneMessageOfABatchIsTakenByAnother_TheRestIsClaimedOneByOne()
    {
        await Owe(5, await Alive("dead"));
        var (heir, other) = (await Alive("heir"), await Alive("other"));
        var third = _table.Under(_room.Partition, "out")[2];
        var claim = OutboxEntry.TryRead(third)! with { Owner = "other" };
        var taken = 0;
        _table.Before = async call =>
        {
            if (!IsClaim(call) || taken++ > 0) return;
            await _table.CommitAsync(_room.Partition, [new RowChange.Replace(third.RowKey, claim.ToData(), third.ETag)], CancellationToken.None);
        };

        await TakeOver(heir);

        Assert.Equal(4, _channel.Sent.Count);
        Assert.DoesNotContain(_channel.Sent, sent => sent.OutboxId == third.RowKey);
        Assert.Equal([third.RowKey], _table.Under(_room.Partition, "out").Select(row => row.RowKey));
        Assert.Equal(0, other.Outbox.Waiting);
    }

    [Fact]
    public async Task TakeOverThatTakesLong_RenewsTheLeaseMeanwhile()
    {
        await Owe(600, await Alive("dead"));
        var heir = await Alive("heir");
        var lapsed = 0;
        _table.Before = call =>
        {
            if (!IsClaim(call)) return Task.CompletedTask;
            _time.Advance(Duration.FromSeconds(8));
            var lease = _table.Under("instances", "alive").Single(row => row.RowKey == "alive|heir");
            if (lease.TryRead(ConversationJson.Default.InstanceLease)!.Until <= _time.GetCurrentInstant()) lapsed++;
            return Task.CompletedTask;
        };

        await TakeOver(heir);

        Assert.Equal(0, lapsed);
        Assert.Equal(600, _channel.Sent.Count);
    }

    [Fact]
    public async Task GroupsThatAreOwedNothing_CostOneReadEach()
    {
        for (var n = 0; n < 250; n++) await Put("instances", TableKey.Join("owes", "dead", $"g{n}"), $$"""{"partitionKey":"g{{n}}"}""");
        var heir = await Alive("heir");

        Assert.Equal(250, _table.Calls.Count(call => call.Kind == "query" && call.Key.StartsWith("out|", StringComparison.Ordinal)));
        Assert.Equal([1, 100, 100, 50], _table.Calls.Where(call => call.Changes.Count > 0).Skip(250).Select(call => call.Changes.Count));
        Assert.Equal(0, heir.Outbox.Waiting);
        Assert.Empty(_table.Under("instances", "owes"));
    }

    [Fact]
    public async Task LivingInstance_IsLeftAlone()
    {
        var a = await Alive("a");
        _channel.Answer = _ => new Delivery.Later(Duration.FromMinutes(5), "busy");
        await a.Turn(_room.Message("Luna", "help"));
        var b = await Alive("b");

        _time.Advance(Duration.FromSeconds(29));
        await Care(a);
        _time.Advance(Duration.FromSeconds(10));
        await Care(b);

        Assert.Equal(0, b.Outbox.Waiting);
        Assert.Equal(1, a.Outbox.Waiting);
    }

    [Fact]
    public async Task PausedInstance_SendsNothingThatAnotherHasTakenOver()
    {
        var paused = await Alive("paused");
        _channel.Answer = _ => new Delivery.Later(Duration.FromSeconds(25), "busy");
        await paused.Turn(_room.Message("Luna", "help"));
        await Eventually.Until(() => _time.Waits.Count == 1, "the message was put off");
        _channel.Answer = _ => null;
        var b = await Alive("b");

        // Its lease has run out when the wait ends: it does not send, and when it lives again it looks first.
        _time.Advance(Duration.FromSeconds(31));
        await Care(b);
        await b.Settled();
        await Care(paused);
        await Spin(paused);

        Assert.Single(_channel.Sent);
    }

    [Fact]
    public async Task PausedInstanceThatGoesOnPromising_IsFoundWhenItDiesLater()
    {
        var a = await Alive("a");
        await a.Turn(_room.Message("Luna", "help"));
        await Spin(a);
        _time.Advance(Duration.FromSeconds(40));
        var b = await Alive("b");
        await Care(a);
        _channel.Answer = _ => new Delivery.Later(Duration.FromHours(1), "busy");
        await a.Turn(_room.Message("Luna", "agenda"));
        await Eventually.Until(() => _channel.Tried.Count == 2, "it was tried");
        _channel.Answer = _ => null;
        var sent = _channel.Sent.Count;

        _time.Advance(Duration.FromSeconds(40));
        await Care(b);
        await b.Settled();

        Assert.Equal(sent + 1, _channel.Sent.Count);
    }

    [Fact]
    public async Task CardPostedAnewByOneInstance_IsTheOneTheOtherEdits()
    {
        var (a, b) = (await Alive("a"), await Alive("b"));
        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Spin(a);
        await b.Turn(_room.Message("Luna", "agenda"));
        await Spin(b);
        await a.Turn(_room.Message("Luna", "agenda add Two"));
        await Spin(a);

        var cards = _channel.Sent.Where(sent => sent.Message.Slot == "agenda").ToList();
        Assert.Equal(3, cards.Count);
        Assert.True(cards[1].Message.Fresh);
        Assert.NotEqual(cards[1].ExistingId, cards[2].ExistingId);
    }

    [Fact]
    public async Task FirstCardAtTwoInstances_IsPostedByOneAndEditedByTheOther()
    {
        var (a, b) = (await Alive("a"), await Alive("b"));
        var hold = new TaskCompletionSource();
        _channel.Hold = sent => sent.Message.Slot == "agenda" ? hold.Task : Task.CompletedTask;
        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Eventually.Until(() => TriedCards == 1, "one posts the card");
        await b.Turn(_room.Message("Mara", "agenda add Two"));
        await Eventually.Until(() => TriedCards == 2 || _time.Waiting > 0, "the other comes to it");

        hold.SetResult();
        // Who posts the card waits for nothing; the other's waits would grow beyond its lease meanwhile.
        await a.Settled();
        await Spin(b);

        var cards = _channel.Sent.Where(sent => sent.Message.Slot == "agenda").ToList();
        Assert.Single(cards, card => card.ExistingId is null);
        Assert.Equal("m", cards[^1].ExistingId?[..1]);
        Assert.Equal(2, cards[^1].Message.Card!.Body.OfType<Cards.CardTable>().Single().Rows.Length);
        Assert.Empty(_table.Under(_room.Partition, "claim"));
    }

    [Fact]
    public async Task InstanceThatDiedWhilePosting_KeepsTheCardFromOthersForHalfAMinute()
    {
        var dead = await Alive("dead");
        _channel.Hold = sent => sent.Message.Slot == "agenda" ? new TaskCompletionSource().Task : Task.CompletedTask;
        await dead.Turn(_room.Message("Luna", "agenda add One"));
        await Eventually.Until(() => TriedCards == 1, "it posts the card");
        _channel.Hold = null;
        var heir = await Alive("heir");
        await heir.Turn(_room.Message("Mara", "agenda add Two"));
        await Eventually.Until(() => _time.Waiting > 0, "the heir waits");
        Assert.DoesNotContain(_channel.Sent, sent => sent.Message.Slot == "agenda");

        await TakeOver(heir);

        Assert.Single(_channel.Sent, sent => sent.Message.Slot == "agenda" && sent.ExistingId is null);
    }

    [Fact]
    public async Task StoreThatIsAwayAfterACardWasPosted_DoesNotPostItTwice()
    {
        var a = await Alive("a");
        var failed = 0;
        _table.Faults = call => _channel.Sent.Any(sent => sent.Message.Slot is not null) && call.Kind != "commit" && failed++ < 2
            ? Fault.Before : Fault.None;

        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Spin(a);

        Assert.True(failed > 1);
        Assert.Single(_channel.Sent, sent => sent.Message.Slot == "agenda");
    }

    public void Dispose()
    {
        foreach (var bot in _bots) bot.Dispose();
        _room.Dispose();
    }

    // The platform takes nothing of what these promise, in turns.
    private async Task Owe(int messages, params Bot[] dying)
    {
        _channel.Answer = _ => new Delivery.Later(Duration.FromHours(1), "busy");
        for (var n = 0; n < messages; n++) await dying[n % dying.Length].Turn(_room.Message("Luna", "help"));
        foreach (var bot in dying) await Eventually.Until(() => bot.Outbox.Lanes > 0 && _time.Waiting >= dying.Length, "it was tried");
        _channel.Answer = _ => null;
    }

    private async Task TakeOver(Bot heir)
    {
        _time.Advance(Duration.FromSeconds(31));
        await Care(heir);
        // What the heir was about itself may have been tried before its lease was renewed, and waits then.
        await Spin(heir);
    }

    private async Task Put(string partition, string key, string json) => await _table.CommitAsync(
        partition, [new RowChange.Upsert(key, System.Text.Encoding.UTF8.GetBytes(json))], CancellationToken.None);

    private static bool IsClaim(TableCall call) => call.Changes is [RowChange.Replace, ..] && call.Key.StartsWith("out|", StringComparison.Ordinal);

    private async Task<Bot> Alive(string name, FakeLog? log = null)
    {
        var bot = new Bot(_table, _time, _channel, name, exclusive: false, log);
        _bots.Add(bot);
        await Care(bot);
        return bot;
    }

    private int TriedCards => _channel.Tried.Count(tried => tried.Message.Slot == "agenda");

    private static Task Care(Bot bot) => bot.Outbox.CareAsync(CancellationToken.None);

    // Moves time on by the waits of the outbox, which are short, until it is done; and by no more, however long the
    // work takes: the leases would run out.
    private async Task Spin(Bot bot) => await Eventually.Until(
        () =>
        {
            if (bot.Outbox.Waiting > 0) _time.PassNext(Short);
            return bot.Outbox.Waiting == 0;
        },
        "the outbox is empty");
}
