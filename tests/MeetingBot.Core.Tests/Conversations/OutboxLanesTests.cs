using MeetingBot.Kit;

namespace MeetingBot.Conversations;

public sealed class OutboxLanesTests
{
    private readonly OutboxLanes _lanes = new();
    private readonly List<string>[] _sent = [[], [], []];
    private readonly int[] _workers = new int[3];
    private int _left;
    private int _atOnce;

    [Fact]
    public async Task LaneThatRunsEmptyWhileMessagesAreAdded_LosesNoneAndHasOneWorker()
    {
        const int adders = 4, each = 30_000;
        _left = adders * each;

        await Task.WhenAll(Enumerable.Range(0, adders).Select(adder => Task.Run(() =>
        {
            for (var n = 0; n < each; n++) Add(n % _sent.Length, $"{adder}:{n:D5}");
        })));
        await Eventually.Until(() => Volatile.Read(ref _left) == 0, "every message is sent");

        Assert.Equal(0, _atOnce);
        await Eventually.Until(() => _lanes.Count == 0, "every lane is gone");
        foreach (var sent in _sent)
            Assert.All(sent.GroupBy(text => text[0]), texts => Assert.Equal(texts.Order(StringComparer.Ordinal), texts));
    }

    [Fact]
    public void LaneInUse_IsKept()
    {
        var lane = _lanes.Add(Item(0, "a"));
        Assert.NotNull(lane);
        Assert.NotNull(_lanes.Next(lane, out _));
        lane.Done();

        Assert.Null(_lanes.Add(Item(0, "b")));
        Assert.Equal(1, _lanes.Count);
        Assert.Equal("b", _lanes.Next(lane, out _)!.Entry.Message.Text);
    }

    [Fact]
    public async Task OutboxThatHasDeliveredAll_KeepsNoLane()
    {
        using var room = new Room();
        await room.Says("Luna", "agenda add One");
        await room.Says("Luna", "help");

        await Eventually.Until(() => room.Bot.Outbox.Lanes == 0, "no lane is left");
        await room.Says("Luna", "help");
        Assert.Equal(3, room.Transcript.Count);
    }

    private void Add(int conversation, string text)
    {
        if (_lanes.Add(Item(conversation, text)) is { } lane) _ = Task.Run(() => Work(lane, conversation));
    }

    private void Work(OutboxLane lane, int conversation)
    {
        while (_lanes.Next(lane, out _) is { } item)
        {
            if (Interlocked.Increment(ref _workers[conversation]) > 1) Interlocked.Increment(ref _atOnce);
            _sent[conversation].Add(item.Entry.Message.Text);
            Interlocked.Decrement(ref _workers[conversation]);
            lane.Done();
            Interlocked.Decrement(ref _left);
        }
    }

    private static OutboxItem Item(int conversation, string text)
    {
        var to = new ConversationReference("web", "", $"room {conversation}", ConversationKind.Room);
        return new OutboxItem(to.Group.PartitionKey, text, new OutboxEntry(new Outgoing(to, text), "a", FakeTime.Start), 0);
    }
}
