using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>However many close one poll at the same moment, on whichever instance: one result, told once.</summary>
public sealed class CloseRacesTests
{
    [Theory]
    [InlineData("/poll close", "/poll close")]
    [InlineData("/poll close", "/poll cancel 1 really")]
    public async Task TwoPeopleOnTwoInstances_EndItOnce(string one, string other)
    {
        using var group = await Group.Open("/poll Which? | a | b");
        await group.SayAtOnce(one, other);
        await group.AssertEndedOnce();
    }

    [Fact]
    public async Task TwoWhoPickAnother_AreToldInTheOrderInWhichItWasDecided()
    {
        using var group = await Group.Open("/poll Which? | a | b");
        await group.SayAtOnce("/poll pick 1 option 1", "/poll pick 1 option 2");
        var told = await group.Ends();
        Assert.Equal(2, told.Count);
        Assert.Contains(
            group.Room.Poll(1).Result!.Winner == 1 ? "Result: a" : "Result: b", told[^1], StringComparison.Ordinal);
        group.AssertNothingIsLeft();
    }

    [Fact]
    public async Task EveryBallotThatWasAcknowledged_IsInTheOneResult()
    {
        using var group = await Group.Open("/poll Which? | a | b");
        var votes = Enumerable.Range(0, 60).Select(n => Task.Run(async () => (await group.Bots[n % 2].Turn(
            group.Room.Pressed($"P{n}", "poll vote", ("poll", "1"), ("choice", "1")))).Answer!.Text)).ToList();
        await group.SayAtOnce("/poll close", "/poll close");
        var receipts = await Task.WhenAll(votes);
        await group.AssertEndedOnce();
        var recorded = receipts.Count(receipt => receipt.StartsWith("Recorded", StringComparison.Ordinal));
        Assert.Equal((recorded, recorded), (group.Room.Ballots(1).Count, group.Room.Poll(1).Result!.Tally.Ballots));
    }

    [Fact]
    public async Task DeadlineThatBothFire_WhileSomebodyClosesIt_EndsItOnce()
    {
        using var group = await Group.Open("/poll Which? | a | b | until 1 July at 15:00");
        group.Room.Time.AdvanceTo(group.Room.Poll(1).ClosesAt!.Value + Duration.FromMilliseconds(1));
        await Task.WhenAll(
            Task.Run(() => group.First.Timers.FireDueAsync(CancellationToken.None)),
            Task.Run(() => group.Second.Timers.FireDueAsync(CancellationToken.None)),
            Task.Run(() => group.Second.Turn(group.Room.Message("Mara", "/poll close")).AsTask()));
        await group.AssertEndedOnce();
    }

    [Fact]
    public async Task LastBallotsOnBothInstances_OfWhichTheyAllAreWaitedFor_EndItOnce()
    {
        using var group = await Group.Open("/poll Which? | a | b --required Tom, Luna --when-all");
        await Task.WhenAll(new[] { "Tom", "Luna" }.Select((who, n) => Task.Run(async () =>
        {
            await group.Bots[n].Turn(group.Room.Pressed(who, "poll vote", ("poll", "1"), ("choice", "1")));
            await group.Bots[n].Timers.FireDueAsync(CancellationToken.None);
        })));
        foreach (var bot in group.Bots) await bot.Timers.FireDueAsync(CancellationToken.None);
        await group.AssertEndedOnce();
        Assert.Equal(2, group.Room.Poll(1).Result!.Tally.Ballots);
    }

    private sealed class Group : IDisposable
    {
        private static readonly string[] Ending = ["closed: ", "called off by ", "decided. "];

        private Group()
        {
            var (table, time, channel) = (new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel());
            Room = new Room("room", table, time, channel);
            (First, Second) = (new Bot(table, time, channel, "b", exclusive: false), new Bot(table, time, channel, "c", exclusive: false));
        }

        public Room Room { get; }

        public Bot First { get; }

        public Bot Second { get; }

        public Bot[] Bots => [First, Second];

        public static async Task<Group> Open(string poll)
        {
            var group = new Group();
            foreach (var bot in group.Bots) await bot.Outbox.CareAsync(CancellationToken.None);
            foreach (var who in new[] { "Tom", "Luna" }) await group.Room.Says(who, "/agenda");
            await group.Room.Opens("Mara", poll);
            return group;
        }

        public Task<TurnOutcome[]> SayAtOnce(string one, string other) => Task.WhenAll(
            Task.Run(() => First.Turn(Room.Message("Mara", one)).AsTask()),
            Task.Run(() => Second.Turn(Room.Message("Mara", other)).AsTask()));

        /// <summary>What the group was told of how it ended.</summary>
        public async Task<List<string>> Ends()
        {
            // Two that would post the same card wait for one another; and a lease may have run out meanwhile.
            while (Bots.Any(bot => bot.Outbox.Waiting > 0))
            {
                foreach (var bot in Bots) await bot.Outbox.CareAsync(CancellationToken.None);
                Room.Time.Advance(Duration.FromSeconds(1));
                await Eventually.Until(
                    () => Bots.All(bot => bot.Outbox.Waiting == 0) || Room.Time.Waiting > 0, "nothing is under way");
            }
            return [.. Room.Transcript.Select(message => message.Text).Where(text => Ending.Any(said =>
                text.StartsWith($"Poll 1, \"Which?\" is {said}", StringComparison.Ordinal)))];
        }

        public async Task AssertEndedOnce()
        {
            Assert.Single(await Ends());
            AssertNothingIsLeft();
        }

        public void AssertNothingIsLeft()
        {
            Assert.False(Room.Poll(1).Open);
            Assert.Empty(Room.Table.Under(Room.Partition, "door"));
            Assert.Empty(Room.Table.Under(Room.Partition, "tally"));
            Assert.DoesNotContain(
                Room.Table.Under(Room.Partition, "timer"), row => TimerRows.Read(row).Name.StartsWith("poll close", StringComparison.Ordinal));
        }

        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
            Room.Dispose();
        }
    }
}
