using MeetingBot.Cards;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Two instances that come to one card: who has claimed it gives it back, and nobody else's.</summary>
public sealed class CardClaimsTests : IDisposable
{
    private readonly MemoryTable _table = new();
    private readonly FakeTime _time = new(FakeTime.Start);
    private readonly FakeChannel _channel = new();
    private readonly Room _room = new();
    private readonly List<Bot> _bots = [];

    [Fact]
    public async Task CardThatAppearsBetweenLookAndClaim_IsEditedAndTheClaimGivenBack()
    {
        var (a, b) = (await Alive("a"), await Alive("b"));
        _table.Before = async call =>
        {
            if (call.Kind != "get" || !IsClaim(call.Key)) return;
            _table.Before = null;
            await a.Turn(_room.Message("Luna", "agenda add One"));
            await Settled(a);
        };

        await b.Turn(_room.Message("Mara", "agenda add Two"));
        await Settled(b);

        Assert.Single(Cards, card => card.ExistingId is null);
        Assert.NotNull(Cards[^1].ExistingId);
        Assert.Empty(Claims);
    }

    [Fact]
    public async Task WhoFinishesAfterItsClaimHasEnded_LeavesTheClaimOfTheNext()
    {
        var (a, b) = (await Alive("a"), await Alive("b"));
        var holds = new Queue<TaskCompletionSource>([new TaskCompletionSource(), new TaskCompletionSource()]);
        var (first, second) = (holds.First(), holds.Last());
        _channel.Hold = sent =>
            sent.Message.Slot is not null && holds.TryDequeue(out var hold) ? hold.Task : Task.CompletedTask;
        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Eventually.Until(() => holds.Count == 1, "one posts the card");
        for (var n = 0; n < 2; n++)
        {
            _time.Advance(Duration.FromSeconds(16));
            foreach (var bot in _bots) await bot.Outbox.CareAsync(CancellationToken.None);
        }
        await b.Turn(_room.Message("Mara", "agenda add Two"));
        await Eventually.Until(() => holds.Count == 0, "the other posts it, since the claim has ended");

        first.SetResult();
        await Settled(a);

        Assert.Equal("b", Assert.Single(Claims).TryRead(ConversationJson.Default.CardClaim)!.By);
        second.SetResult();
        await Settled(b);
        Assert.Empty(Claims);
    }

    [Fact]
    public async Task ChangeWhileACardPostedAnewIsRemembered_IsShownByThatCard()
    {
        var (a, b) = (await Alive("a"), await Alive("b"));
        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Settled(a);
        _table.Before = async call =>
        {
            if (!call.Changes.Any(change => change.RowKey.StartsWith("card|", StringComparison.Ordinal))) return;
            _table.Before = null;
            await b.Turn(_room.Message("Mara", "agenda add Two"));
            await Settled(b);
        };

        await a.Turn(_room.Message("Luna", "agenda"));
        await Settled(a);

        var card = Assert.Single(_table.Under(_room.Partition, "card")).TryRead(ConversationJson.Default.LiveCard)!.Message;
        Assert.Equal(2, Items(Cards.Last(sent => sent.ExistingId == card && !sent.Message.Fresh)));
        Assert.Empty(_table.Under(_room.Partition, "out"));
    }

    [Fact]
    public async Task EditThatCameTooLate_IsRepairedAlsoWhenThePlatformIsBusyThen()
    {
        var (a, b) = (await Alive("a"), await Alive("b"));
        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Settled(a);
        var (hold, held) = (new TaskCompletionSource(), 0);
        _channel.Hold = sent => sent.Message.Slot is not null && held++ == 0 ? hold.Task : Task.CompletedTask;
        await a.Turn(_room.Message("Luna", "agenda add Two"));
        await Eventually.Until(() => held == 1, "it is under way");
        await b.Turn(_room.Message("Mara", "agenda add Three"));
        await Settled(b);
        var busy = 1;
        _channel.Answer = sent => sent.Message.Slot is not null && Items(sent) == 3 && busy-- > 0
            ? new Delivery.Later(null, "busy") : null;

        hold.SetResult();
        await Settled(a);

        Assert.True(busy < 1);
        Assert.Equal(3, Items(Cards[^1]));
    }

    [Fact]
    public async Task MessageWhoseRowIsGoneMeanwhile_GivesItsClaimBack()
    {
        var a = await Alive("a");
        var hold = new TaskCompletionSource();
        _channel.Hold = sent => sent.Message.Slot is not null ? hold.Task : Task.CompletedTask;
        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Eventually.Until(
            () => Claims.Count == 1 && _channel.Tried.Any(tried => tried.Message.Slot is not null), "it posts the card");
        var gone = _table.Under(_room.Partition, "out").Select(RowChange (row) => new RowChange.Delete(row.RowKey));
        await _table.CommitAsync(_room.Partition, [.. gone], CancellationToken.None);

        hold.SetResult();
        await Settled(a);

        Assert.Empty(Claims);
        Assert.Empty(_table.Under(_room.Partition, "card"));
    }

    [Fact]
    public async Task CardThatIsGivenUp_GivesItsClaimBack()
    {
        var a = await Alive("a");
        _channel.Answer = sent => sent.Message.Slot is null ? null : new Delivery.Gone();

        await a.Turn(_room.Message("Luna", "agenda add One"));
        await Settled(a);

        Assert.Empty(Cards);
        Assert.Empty(Claims);
    }

    public void Dispose()
    {
        foreach (var bot in _bots) bot.Dispose();
        _room.Dispose();
    }

    private List<Delivered> Cards => [.. _channel.Sent.Where(sent => sent.Message.Slot is not null)];

    private IReadOnlyList<Row> Claims => _table.Under(_room.Partition, "claim");

    private static int Items(Delivered card) => card.Message.Card!.Body.OfType<CardTable>().Single().Rows.Length;

    private static bool IsClaim(string key) => key.StartsWith("claim|", StringComparison.Ordinal);

    private async Task<Bot> Alive(string name)
    {
        var bot = new Bot(_table, _time, _channel, name, exclusive: false);
        _bots.Add(bot);
        await bot.Outbox.CareAsync(CancellationToken.None);
        return bot;
    }

    // Moves time on by the waits of the outbox, which are short, until it is done.
    private async Task Settled(Bot bot) => await Eventually.Until(
        () =>
        {
            if (bot.Outbox.Waiting > 0 && _time.Waiting > 0) _time.Advance(Duration.FromMilliseconds(1));
            return bot.Outbox.Waiting == 0;
        },
        "the outbox is empty");
}
