using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Conversations;

public sealed class OutboxLanesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly OutboxLanes _lanes = new();
    private readonly List<string>[] _sent = [[], []];
    private readonly int[] _workers = new int[2];
    private readonly int[] _done = new int[3];
    private int _atOnce;

    [Fact]
    public async Task LanesThatRunEmptyWhileMessagesAreAdded_LoseNoneAndHaveOneWorkerEach()
    {
        const int each = 10_000;

        await Task.WhenAll(Enumerable.Range(0, _done.Length).Select(adder => Task.Factory.StartNew(
            () =>
            {
                for (var n = 1; n <= each; n++)
                {
                    Add(n % _sent.Length, $"{adder}:{n:D5}");
                    // Waiting for it is what lets lanes run empty, just when another adds.
                    if (!SpinWait.SpinUntil(() => Volatile.Read(ref _done[adder]) == n, Limit)) throw new TimeoutException("A message is lost.");
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(0, _atOnce);
        Assert.Equal(_done.Length * each, _sent.Sum(sent => sent.Count));
        await Eventually.Until(() => _lanes.Count == 0, "every lane is gone");
    }

    [Fact]
    public void LaneThatHasJustEnded_TakesNoMessageAnyMore()
    {
        var ended = _lanes.Add(Item(0, "a"))!;
        ended.Next(_ => Duration.Zero, out _, out _);
        ended.Done();
        Assert.Null(ended.Next(_ => Duration.Zero, out _, out _));

        var next = _lanes.Add(Item(0, "b"));

        Assert.NotNull(next);
        Assert.NotSame(ended, next);
        Assert.Null(_lanes.Next(ended, FakeTime.Start, out _, out _));
        Assert.Null(_lanes.Add(Item(0, "c")));
        Assert.Equal(1, _lanes.Count);
    }

    [Fact]
    public void LaneInUse_IsKept()
    {
        var lane = _lanes.Add(Item(0, "a"));
        Assert.NotNull(lane);
        Assert.NotNull(_lanes.Next(lane, FakeTime.Start, out _, out _));
        lane.Done();

        Assert.Null(_lanes.Add(Item(0, "b")));
        Assert.Equal(1, _lanes.Count);
        Assert.Equal("b", _lanes.Next(lane, FakeTime.Start, out _, out _)!.Entry.Message.Text);
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
        while (_lanes.Next(lane, FakeTime.Start, out _, out _) is { } item)
        {
            if (Interlocked.Increment(ref _workers[conversation]) > 1) Interlocked.Increment(ref _atOnce);
            _sent[conversation].Add(item.Entry.Message.Text);
            Interlocked.Decrement(ref _workers[conversation]);
            lane.Done();
            Interlocked.Increment(ref _done[item.Entry.Message.Text[0] - '0']);
        }
    }

    private static OutboxItem Item(int conversation, string text)
    {
        var to = new ConversationReference("web", "", $"room {conversation}", ConversationKind.Room);
        return new OutboxItem(to.Group.PartitionKey, text, new OutboxEntry(new Outgoing(to, text), "a", FakeTime.Start), 0);
    }
}
