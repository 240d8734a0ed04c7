using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class RoomChannelTests : IDisposable
{
    private static readonly ConversationReference Main = RoomName.Conversation("main");

    private readonly MemoryTable _table = new();
    private readonly RoomHub _hub = new(new RoomOptions(), TimeProvider.System);
    private readonly RoomChannel _channel;
    private readonly RoomReader _reader;

    public RoomChannelTests()
    {
        _channel = new RoomChannel(new RoomWriter(_table, new FakeClock()), _hub);
        _reader = new RoomReader(_table);
    }

    public void Dispose() => _hub.Dispose();

    [Fact]
    public async Task SameOutboxIdFiveTimesAtOnce_IsOnePost()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync("o1", new Outgoing(Main, "hello"))));
        Assert.Single(sent.Distinct());
        Assert.Equal("hello", Assert.Single(await PostsAsync()).Text);
    }

    [Fact]
    public async Task ExistingId_IsEditedInPlace()
    {
        var id = await SendAsync("o1", new Outgoing(Main, "old", Slot: "agenda", Card: new Card("Old")));
        await SendAsync("o2", new Outgoing(Main, "between"));
        Assert.Equal(id, await SendAsync("o3", new Outgoing(Main, "new", Slot: "agenda", Card: new Card("New")), id));
        Assert.Equal(["New", null], (await PostsAsync()).Select(p => p.Card?.Title));
    }

    [Fact]
    public async Task Fresh_TakesTheOldOneAway_OnceThough()
    {
        var old = await SendAsync("o1", new Outgoing(Main, "", Slot: "agenda", Card: new Card("Agenda")));
        await SendAsync("o2", new Outgoing(Main, "between"));
        var fresh = new Outgoing(Main, "", Slot: "agenda", Fresh: true, Card: new Card("Agenda"));
        var id = await SendAsync("o3", fresh, old);
        Assert.Equal(id, await SendAsync("o3", fresh, old));
        Assert.Equal([null, "Agenda"], (await PostsAsync()).Select(p => p.Card?.Title));
        Assert.NotEqual(old, id);
        Assert.Equal(id, (await _reader.HeadAsync("main", default))!.Slots["agenda"]);
    }

    [Fact]
    public async Task EditOfWhatIsGone_SaysSo() =>
        Assert.IsType<Delivery.Gone>(await _channel.DeliverAsync("o1", new Outgoing(Main, "x"), new LiveCard("0000000009"), default));

    [Fact]
    public async Task StoreDown_IsLater_AndNoRoomIsRefused()
    {
        var nowhere = new Outgoing(RoomName.Conversation("No Room"), "x");
        Assert.IsType<Delivery.Refused>(await _channel.DeliverAsync("o1", nowhere, null, default));
        _table.IsDown = true;
        Assert.IsType<Delivery.Later>(await _channel.DeliverAsync("o2", new Outgoing(Main, "x"), null, default));
    }

    private async Task<string> SendAsync(string outboxId, Outgoing message, string? existing = null)
    {
        var edited = existing is null ? null : new LiveCard(existing);
        return Assert.IsType<Delivery.Sent>(await _channel.DeliverAsync(outboxId, message, edited, default)).MessageId!;
    }

    private async Task<IReadOnlyList<Post>> PostsAsync() =>
        await _reader.WindowAsync("main", (await _reader.HeadAsync("main", default))!, default);
}
