using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Conversations;

public sealed class SeenSweeperTests
{
    [Fact]
    public async Task GroupThatFellSilentBeforeARestart_IsSweptToItsLastDelivery()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        using (var room = new Room("room", table, time)) await room.Says("Mara", "agenda add One");
        using var later = new Bot(table, time, new FakeChannel(), "b");
        time.Advance(Duration.FromDays(1));
        await later.Sweeper.SweepDueAsync(CancellationToken.None);
        Assert.Contains(table.All(), row => row.RowKey.StartsWith("seen|", StringComparison.Ordinal));

        time.Advance(Duration.FromDays(2));
        await later.Sweeper.SweepDueAsync(CancellationToken.None);

        Assert.DoesNotContain(table.All(), row => row.RowKey.StartsWith("seen|", StringComparison.Ordinal));
        time.Advance(Duration.FromDays(2));
        await later.Sweeper.SweepDueAsync(CancellationToken.None);
        Assert.Empty(table.Under(SeenSweeper.Hints));
    }

    [Fact]
    public async Task GroupThatFails_DoesNotKeepTheOthersWaiting()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        using var one = new Room("a", table, time);
        using var other = new Room("b", table, time);
        await one.Says("Mara", "agenda add One");
        await other.Says("Mara", "agenda add One");
        time.Advance(Duration.FromDays(3));
        table.Faults = call => call.Kind == "query" && call.Partition == one.Partition ? Fault.Before : Fault.None;

        await one.Bot.Sweeper.SweepDueAsync(CancellationToken.None);

        Assert.Single(table.Under(one.Partition, "seen"));
        Assert.Empty(table.Under(other.Partition, "seen"));
        table.Faults = _ => Fault.None;
        await one.Bot.Sweeper.SweepDueAsync(CancellationToken.None);
        Assert.Empty(table.Under(one.Partition, "seen"));
    }

    [Fact]
    public async Task GroupThatGoesOnTalking_IsAnnouncedOnceADay()
    {
        using var room = new Room();
        for (var n = 0; n < 10; n++)
        {
            await room.Says("Mara", "agenda add One");
            room.Time.Advance(Duration.FromHours(5));
        }

        Assert.Equal(2, room.Table.Calls.Count(call => call.Kind == "commit" && call.Partition == SeenSweeper.Hints));
    }

    [Fact]
    public async Task GroupThatAnotherInstanceForgot_IsSweptOfWhatCameSince()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        using var one = new Room("room", table, time);
        using var other = new Bot(table, time, one.Bot.Channel, "b");
        await other.Turn(one.Message("Mara", "help"));
        await other.Settled();
        await one.Says("Mara", "meeting start");
        await one.Says("Mara", "forget everything really");
        await one.Advance(5);
        Assert.Empty(table.Under(SeenSweeper.Hints));

        await other.Turn(one.Message("Mara", "help"));
        await other.Settled();
        Assert.NotEmpty(table.Under(one.Partition, "seen"));
        time.Advance(Duration.FromDays(3));
        await one.Bot.Sweeper.SweepDueAsync(CancellationToken.None);

        Assert.Empty(table.Under(one.Partition, "seen"));
    }
}
