using MeetingBot.Kit;
using MeetingBot.Polls.Ballots;
using NodaTime;

namespace MeetingBot.Polls;

public sealed class ManyBallotsTests
{
    [Fact]
    public async Task ThousandAtOnce_HalfChangeTheirMind_OverTwoInstances_EveryDeliveryTwice()
    {
        var (table, time, channel) = (new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel());
        using var room = new Room("room", table, time, channel);
        using var first = new Bot(table, time, channel, "b", exclusive: false);
        using var second = new Bot(table, time, channel, "c", exclusive: false);
        Bot[] bots = [first, second];
        foreach (var bot in bots) await bot.Outbox.CareAsync(CancellationToken.None);
        await room.Opens("Mara", "/poll Which? | a | b | c");

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(n => Task.Run(async () =>
        {
            var vote = room.Pressed($"P{n}", "poll vote", ("poll", "1"), ("choice", $"{1 + (n % 3)}"));
            await Task.WhenAll(bots.Select(async bot => await bot.Turn(vote)));
            if (n % 2 == 1) return;
            var change = room.Pressed($"P{n}", "poll vote", ("poll", "1"), ("choice", "3"));
            foreach (var bot in bots) await bot.Turn(change);
        })));

        var ballots = room.Ballots(1);
        Assert.Equal(1_000, ballots.Count);
        Assert.All(ballots, ballot =>
        {
            var n = int.Parse(ballot.Voter.Name[1..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(n % 2 == 0 ? 3 : 1 + (n % 3), Assert.Single(ballot.Answers).Option);
        });
        var tally = PollTally.Of(room.Poll(1), ballots);
        var odd = Enumerable.Range(0, 1_000).Where(n => n % 2 == 1).ToList();
        Assert.Equal(
            [odd.Count(n => n % 3 == 0), odd.Count(n => n % 3 == 1), 500 + odd.Count(n => n % 3 == 2)],
            tally.Options.Select(option => option.Yes));

        for (var wait = 0; wait < 5 && bots.Any(bot => bot.Outbox.Waiting > 0); wait++)
        {
            time.Advance(Duration.FromSeconds(1));
            foreach (var bot in bots) await bot.Settled();
        }
        Assert.All(bots, bot => Assert.Equal(0, bot.Outbox.Waiting));
        var last = channel.Sent.Last(sent => sent.Message.Slot == "poll 1").Message.Card!;
        Assert.Contains($"3 | c | {tally.Options[2].Yes}: ", last.Text(), StringComparison.Ordinal);
        Assert.Contains("Answered (1000): ", last.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedOption_AsksEachOfAHundredAgain_WhoAnsweredIt_AndNobodyElse()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Tue 1 July 15:00, Wed 2 July 15:00");
        for (var n = 0; n < 100; n++) await room.Votes($"P{n:D3}", 1, ("o2", "yes"));
        await room.Votes("Luna", 1, ("o1", "yes"));
        await room.Says("Mara", "/poll change 1 option 2 to Thu 3 July 15:00");
        await room.Bot.Timers.FireDueAsync(CancellationToken.None);
        await room.Bot.Settled();

        for (var n = 0; n < 100; n++)
            Assert.Contains("Changed since you answered", Assert.Single(room.Told($"P{n:D3}")), StringComparison.Ordinal);
        Assert.Empty(room.Told("Luna"));
    }

    [Fact]
    public async Task SharedCard_IsDrawnOnceASecond_AndAtLastAsItIs_AndHoldsUpNothingElse()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        for (var n = 0; n < 30; n++)
        {
            await room.Votes($"P{n}", 1, ("choice", "1"));
            Assert.Equal(n + 1, room.Ballots(1).Count);
            room.Time.Advance(Duration.FromMilliseconds(100));
            await room.Bot.Settled();
        }
        Assert.StartsWith("No meeting is running.", await room.Says("Mara", "/meeting status"), StringComparison.Ordinal);
        var card = await room.Shared(1);
        Assert.Contains("1 | a | 30: ", card.Text(), StringComparison.Ordinal);
        Assert.InRange(room.Bot.Channel.Sent.Count(sent => sent.Message.Slot == "poll 1"), 3, 5);
    }

    [Fact]
    public async Task EditsOfTheSharedCard_ThatCameMeanwhile_AreTakenOutTogether()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        for (var n = 0; n < 250; n++) await room.Votes($"P{n}", 1, ("choice", "1"));
        Assert.Contains("1 | a | 250: ", (await room.Shared(1)).Text(), StringComparison.Ordinal);

        var taken = room.Table.Calls.Where(call => call.Kind == "commit")
            .Select(call => call.Changes.Count(change => change is Tables.RowChange.Delete && change.RowKey.StartsWith("out|", StringComparison.Ordinal)))
            .Where(rows => rows > 0).ToList();
        // The poll, the question who is there, and an edit for each vote.
        Assert.Equal(252, taken.Sum());
        Assert.InRange(taken.Count, 4, 12);
        Assert.Empty(room.Table.Under(room.Partition, "out"));
    }

    [Fact]
    public async Task SharedCard_OfTwoInstances_IsDrawnOnceASecondByBothTogether()
    {
        var (table, time, channel) = (new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel());
        using var room = new Room("room", table, time, channel);
        using var first = new Bot(table, time, channel, "b", exclusive: false);
        using var second = new Bot(table, time, channel, "c", exclusive: false);
        Bot[] bots = [first, second];
        foreach (var bot in bots) await bot.Outbox.CareAsync(CancellationToken.None);
        await room.Opens("Mara", "/poll Which? | a | b");
        time.Advance(Duration.FromSeconds(1));
        for (var n = 0; n < 40; n++)
        {
            await bots[n % 2].Turn(room.Pressed($"P{n}", "poll vote", ("poll", "1"), ("choice", "1")));
            foreach (var bot in bots) await bot.Settled();
            time.Advance(Duration.FromMilliseconds(100));
        }
        for (var wait = 0; wait < 30 && bots.Any(bot => bot.Outbox.Waiting > 0); wait++)
        {
            time.Advance(Duration.FromMilliseconds(100));
            foreach (var bot in bots) await bot.Settled();
        }
        var drawn = channel.Sent.Where(sent => sent.Message.Slot == "poll 1").ToList();
        Assert.Contains("1 | a | 40: ", drawn[^1].Message.Card!.Text(), StringComparison.Ordinal);
        Assert.InRange(drawn.Count, 4, 8);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000)]
    public async Task BallotsCost_IsTheSameHoweverManyThereAre(int ballots)
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        for (var n = 0; n < ballots; n += 100)
        {
            var some = Enumerable.Range(n, Math.Min(100, ballots - n)).Select(v => PollRows.Cast(1, new Ballot(
                Room.Who($"P{v}"), FakeTime.Start, [new OptionAnswer(1, BallotAnswer.Yes)]))).ToList();
            await room.Table.CommitAsync(room.Partition, some, CancellationToken.None);
        }
        await room.Votes("Luna", 1, ("choice", "2"));
        room.Table.Calls.Clear();
        await room.Votes("Luna", 1, ("choice", "1"));

        // What follows is the outbox, which folds the edits of the card.
        var turn = room.Table.Calls.Take(4).ToList();
        Assert.Equal(["query now|", "get poll|00000001", "get tally|00000001", "commit seen|d3"], turn.Select(call => $"{call.Kind} {call.Key}"));
        Assert.Equal(["seen", "door", "ballot", "out"], turn[^1].Changes.Select(change => change.RowKey.Split('|')[0]));
        Assert.DoesNotContain(room.Table.Calls, call => call.Key.StartsWith("ballot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClosedWhileBallotsCome_EveryAcknowledgedOneIsCounted()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        var votes = Enumerable.Range(0, 200).Select(n => Task.Run(async () =>
            (await room.Bot.Turn(room.Pressed($"P{n}", "poll vote", ("poll", "1"), ("choice", "1")))).Answer!.Text)).ToList();
        await room.Bot.Turn(room.Message("Mara", "/poll close"));
        var answers = await Task.WhenAll(votes);

        var recorded = answers.Count(answer => answer.StartsWith("Recorded", StringComparison.Ordinal));
        Assert.Equal(recorded, room.Ballots(1).Count);
        Assert.Equal(recorded, room.Poll(1).Result!.Tally.Ballots);
        Assert.Equal(200 - recorded, answers.Count(answer => answer.Contains("is closed since", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OneDeliveryAgain_GetsItsFirstReceipt_AndChangesNothing()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        var vote = room.Pressed("Luna", "poll vote", ("poll", "1"), ("choice", "1"));
        var answer = (await room.Bot.Turn(vote)).Answer!;
        await room.Votes("Luna", 1, ("choice", "2"));
        room.Time.Advance(Duration.FromMinutes(3));
        Assert.Equal(answer.Text, (await room.Bot.Turn(vote)).Answer!.Text);
        Assert.Equal(2, Assert.Single(Assert.Single(room.Ballots(1)).Answers).Option);
    }
}
