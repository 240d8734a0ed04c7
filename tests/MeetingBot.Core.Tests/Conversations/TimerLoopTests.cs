using System.Text;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

public sealed class TimerLoopTests
{
    [Fact]
    public async Task TwoLoopsAtOnce_FireATimerOnce()
    {
        var (table, time, channel) = (new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel());
        using var room = new Room("room", table, time, channel);
        using var other = new Bot(table, time, channel, "b");
        await room.Says("Mara", "agenda add One 10m");
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "next");
        time.Advance(Duration.FromMinutes(8));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => (n % 2 == 0 ? room.Bot : other).Timers.FireDueAsync(CancellationToken.None))));
        await room.Bot.Settled();
        await other.Settled();

        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏳'));
    }

    [Fact]
    public async Task LookedForWithinTheSameMillisecondButBefore_FiresWhenItIsDue()
    {
        using var room = new Room(time: new FakeTime(FakeTime.Start + Duration.FromNanoseconds(500_000)));
        await room.Says("Mara", "agenda add One 10m");
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "next");
        room.Time.Advance(Duration.FromMinutes(8) - Duration.FromNanoseconds(100_000));
        await room.Bot.Timers.FireDueAsync(CancellationToken.None);

        await room.Advance(1);

        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏳'));
    }

    [Fact]
    public async Task StoreAwayWhileFiring_TimerStaysDue()
    {
        using var room = await Room.InMeeting("One 10m");
        await room.Says("Mara", "next");
        room.Time.Advance(Duration.FromMinutes(8));
        room.Table.Faults = call => call.Kind == "commit" && call.Partition == room.Partition ? Fault.Before : Fault.None;
        await room.Bot.Timers.FireDueAsync(CancellationToken.None);
        room.Table.Faults = _ => Fault.None;

        await room.Bot.Timers.FireDueAsync(CancellationToken.None);
        await room.Bot.Settled();

        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏳'));
    }

    [Fact]
    public async Task CommitThatSetTheTimerFailed_HintLeadsNowhereAndIsDropped()
    {
        using var room = await Room.InMeeting("One 10m");
        room.Table.Faults = call => call.Kind == "commit" && call.Partition == room.Partition ? Fault.Before : Fault.None;
        await Record.ExceptionAsync(async () => await room.Bot.Turn(room.Message("Mara", "next")));
        room.Table.Faults = _ => Fault.None;
        Assert.NotEmpty(room.Table.Under("timers"));

        await room.Advance(30);

        Assert.Empty(room.Table.Under("timers"));
        Assert.DoesNotContain(room.Transcript, message => message.Text.StartsWith('⏳'));
    }

    [Fact]
    public async Task TimerOfAFeatureThatIsNoMore_IsTakenAway()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add x");
        var fired = new TimerFired("timer", room.Conversation, Room.Who("MeetingBot"), "unknown", "e0");

        var outcome = await room.Bot.Turn(fired);

        Assert.True(outcome.Repeated);
    }

    [Fact]
    public async Task ManyTimersThatAlwaysFail_DoNotStarveTheOthers_AndAreTriedLessAndLess()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        var broken = new List<Room>();
        for (var n = 0; n < 100; n++) broken.Add(await WithTimer($"broken {n:000}", table, time));
        time.Advance(Duration.FromSeconds(1));
        using var room = await WithTimer("good", table, time);
        time.Advance(Duration.FromMinutes(8));
        var partitions = broken.Select(one => one.Partition).ToHashSet();
        table.Faults = call => call.Kind == "commit" && partitions.Contains(call.Partition) ? Fault.Before : Fault.None;

        for (var second = 0; second < 3; second++)
        {
            await room.Bot.Timers.FireDueAsync(CancellationToken.None);
            time.Advance(Duration.FromSeconds(1));
        }
        await room.Bot.Settled();
        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏳'));

        var before = Tries();
        for (var second = 0; second < 60; second++)
        {
            time.Advance(Duration.FromSeconds(1));
            await room.Bot.Timers.FireDueAsync(CancellationToken.None);
        }
        Assert.InRange(Tries() - before, 100, 800);
        foreach (var one in broken) one.Dispose();

        int Tries() => table.Calls.Count(call => call.Kind == "commit" && partitions.Contains(call.Partition));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    public async Task HintsThatCannotBeRead_KeepNoTimerWaiting_AndAreLoggedOnce(string json)
    {
        var (table, time, log) = (new MemoryTable(), new FakeTime(FakeTime.Start), new FakeLog());
        using var room = await WithTimer("room", table, time);
        using var bot = new Bot(table, time, room.Bot.Channel, "b", log: log);
        for (var n = 0; n < 250; n++)
            await table.CommitAsync(
                "timers", [new RowChange.Upsert(TableKey.Join("000000000000001", $"secret {n}"), Encoding.UTF8.GetBytes(json))], CancellationToken.None);
        time.Advance(Duration.FromMinutes(8));

        await bot.Timers.FireDueAsync(CancellationToken.None);
        await bot.Timers.FireDueAsync(CancellationToken.None);
        await bot.Settled();

        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏳'));
        Assert.Equal(250, log.Lines.Count(line => line.StartsWith("Error 109", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Equal(250, table.Under("timers").Count(row => row.RowKey.Contains("secret", StringComparison.Ordinal)));
    }

    private static async Task<Room> WithTimer(string name, MemoryTable table, FakeTime time)
    {
        var room = new Room(name, table, time);
        await room.Says("Mara", "agenda add One 10m");
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "next");
        return room;
    }
}
