using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Several instances on one table.</summary>
public sealed class TakeOverTests : IDisposable
{
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

    public void Dispose()
    {
        foreach (var bot in _bots) bot.Dispose();
        _room.Dispose();
    }

    private async Task<Bot> Alive(string name)
    {
        var bot = new Bot(_table, _time, _channel, name, exclusive: false);
        _bots.Add(bot);
        await Care(bot);
        return bot;
    }

    private static Task Care(Bot bot) => bot.Outbox.CareAsync(CancellationToken.None);

    // Moves time on by the waits of the outbox, which are short, until it is done.
    private async Task Spin(Bot bot) => await Eventually.Until(
        () =>
        {
            if (bot.Outbox.Waiting > 0 && _time.Waiting > 0) _time.Advance(Duration.FromMilliseconds(1));
            return bot.Outbox.Waiting == 0;
        },
        "the outbox is empty");
}
