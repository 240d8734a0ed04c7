using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;
using static MeetingBot.Kit.JoinedRooms;
using static MeetingBot.Kit.TwoAccounts;

namespace MeetingBot.Risks;

/// <summary>Accounts that are joined while they score, while a round is revealed, in many parts, with a kill between.</summary>
public sealed class TwoAccountsRacesTests
{
    /// <summary>Before the first commit of a turn that writes such a row, another turn is done.</summary>
    private static void Meanwhile(JoinedRooms rooms, Func<RowChange, bool> writes, Func<Task> other)
    {
        var done = false;
        rooms.Bot.Table.Before = async call =>
        {
            if (done || call.Kind != "commit" || call.Partition != Channel.Own.PartitionKey || !call.Changes.Any(writes)) return;
            done = true;
            await other();
        };
    }

    [Fact]
    public async Task A_score_that_the_account_saves_at_that_moment_is_its_persons()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        var code = await rooms.Code(Tom);
        Meanwhile(rooms, change => change.RowKey.StartsWith("score|", StringComparison.Ordinal), async () => await rooms.Bot.Turn(
            rooms.Message(SlackChannel, "Tommy", $"/me link {code}") with { DeliveryId = "x1" }));
        await rooms.Bot.Turn(Pressed("x2", Tommy, "TR-1", "4", "4"));
        await rooms.Pass();
        Assert.Equal(["TR-1 Tom 4 4"], rooms.Kept());
        Assert.Equal(["Tom 100"], rooms.Progress());
    }

    [Fact]
    public async Task A_score_that_came_just_before_is_found()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        var code = await rooms.Code(Tom);
        Meanwhile(rooms, change => change.RowKey == GroupRows.MergesKey, async () => await rooms.Bot.Turn(Pressed("x2", Tommy, "TR-1", "4", "4")));
        await rooms.Says(SlackChannel, "Tommy", $"/me link {code}");
        await rooms.Pass();
        Assert.Equal(["TR-1 Tom 4 4"], rooms.Kept());
    }

    [Fact]
    public async Task What_the_one_that_stays_saves_while_scores_move_stands()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Links();
        Meanwhile(rooms, change => change is RowChange.Insert { RowKey: var key } && key.StartsWith("score|", StringComparison.Ordinal),
            async () => await rooms.Bot.Turn(Pressed("x2", Tom, "TR-1", "1", "2")));
        await rooms.Pass();
        Assert.Equal(["TR-1 Tom 1 2"], rooms.Kept());
        Assert.Equal(["Tom 100"], rooms.Progress());
    }

    [Fact]
    public async Task A_reveal_that_had_read_before_looks_again_and_counts_one()
    {
        using var rooms = await WithRisks(1);
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Scores(Tom, "TR-1", "2", "2");
        var code = await rooms.Code(Tom);
        Meanwhile(rooms, change => change.RowKey == RiskRows.VotersKey(1), async () => await rooms.Bot.Turn(
            rooms.Message(SlackChannel, "Tommy", $"/me link {code}") with { DeliveryId = "x1" }));
        await rooms.Says(Channel, "Mara", "/risk reveal");
        Assert.Equal("0 1 0 0 0", rooms.Counts("TR-1"));
        await rooms.Pass();
        Assert.Equal(["TR-1 Tom 2 2"], rooms.Kept());
        Assert.Equal((4, 1), (rooms.Round().Figures!.Members, rooms.Round().Figures!.Scored));
    }

    [Fact]
    public async Task A_reveal_between_two_reads_of_who_is_one_looks_again()
    {
        using var rooms = await WithRisks(1);
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Scores(Tom, "TR-1", "2", "2");
        var code = await rooms.Code(Tom);
        var done = false;
        // It has read what every turn reads, and nothing else yet.
        rooms.Bot.Table.Before = async call =>
        {
            if (done || call is not { Kind: "get" } || call.Key != RiskRows.VotersKey(1)) return;
            done = true;
            await rooms.Bot.Turn(rooms.Message(SlackChannel, "Tommy", $"/me link {code}") with { DeliveryId = "x1" });
        };
        await rooms.Says(Channel, "Mara", "/risk reveal");
        Assert.True(done);
        Assert.Equal("0 1 0 0 0", rooms.Counts("TR-1"));
    }

    [Fact]
    public async Task Many_scores_of_two_rounds_move_in_parts_and_each_is_there_once_though_every_commit_may_fail()
    {
        using var rooms = await WithRisks(150);
        await rooms.Opens("/risk open TR-1..TR-75 until Wednesday 18:00");
        await rooms.Opens("/risk open TR-76..TR-150 until Wednesday 18:00");
        for (var risk = 1; risk <= 150; risk++) await rooms.Scores(Tommy, $"TR-{risk}", "4", "4", risk <= 75 ? 1 : 2);
        for (var risk = 70; risk <= 80; risk++) await rooms.Scores(Tom, $"TR-{risk}", "1", "1", risk <= 75 ? 1 : 2);
        await rooms.Links();
        var parts = 0;
        // Parts are cut off before they are stored and after.
        rooms.Bot.Table.Faults = call => call.Kind == "commit" && call.Changes.Any(change => change.RowKey == GroupRows.MergesKey)
            ? (Fault)(++parts % 4 % 3) : Fault.None;
        for (var minute = 0; minute < 30; minute++) await rooms.Pass();

        Assert.True(parts > 8, $"{parts}");
        Assert.Equal(150, rooms.Kept().Concat(rooms.Kept(2)).Count(kept => kept.Contains(" Tom ", StringComparison.Ordinal)));
        Assert.Equal(150, rooms.Rows(Channel, "score").Count);
        Assert.Equal(11, rooms.Kept().Concat(rooms.Kept(2)).Count(kept => kept.EndsWith(" 1 1", StringComparison.Ordinal)));
        Assert.Equal($"Tom {new string('1', 75)}", Assert.Single(rooms.Progress()));
        Assert.Equal($"Tom {new string('1', 75)}", Assert.Single(rooms.Progress(2)));
        Assert.Single(rooms.ToldAlone(), text => text.Contains("put together", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_reveal_between_the_parts_counts_each_score_once_and_the_rest_follows(int part)
    {
        using var rooms = await WithRisks(75);
        await rooms.Opens();
        for (var risk = 1; risk <= 75; risk++) await rooms.Scores(Tommy, $"TR-{risk}", "4", "4");
        foreach (var risk in (int[])[1, 41, 75]) await rooms.Scores(Tom, $"TR-{risk}", "2", "2");
        await rooms.Links();
        var parts = 0;
        rooms.Bot.Table.Before = async call =>
        {
            if (call.Kind != "commit" || !call.Changes.Any(change => change.RowKey == GroupRows.MergesKey) || ++parts != part) return;
            await rooms.Bot.Turn(rooms.Message(Channel, "Mara", "/risk reveal") with { DeliveryId = "x1" });
        };
        await rooms.Pass();
        Assert.True(parts >= part);
        Assert.False(rooms.Round().Open);
        for (var risk = 1; risk <= 75; risk++)
            Assert.Equal(risk is 1 or 41 or 75 ? "0 1 0 0 0" : "0 0 0 1 0", rooms.Counts($"TR-{risk}"));
        Assert.Equal(1, rooms.Round().Figures!.Scored);
        Assert.Equal(75, rooms.Kept().Count);
        Assert.All(rooms.Kept(), kept => Assert.Contains(" Tom ", kept, StringComparison.Ordinal));
        Assert.Equal($"Tom {new string('1', 75)}", Assert.Single(rooms.Progress()));
    }

    [Fact]
    public async Task Two_instances_go_on_with_it_at_once()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        using var rooms = new JoinedRooms(table, time);
        using var other = new JoinedRooms(table, time, "b", exclusive: false);
        await other.Bot.Outbox.CareAsync(CancellationToken.None);
        await rooms.Join(SlackChannel);
        await WithRisks(45, rooms);
        await rooms.Opens();
        for (var risk = 1; risk <= 45; risk++) await rooms.Scores(Tommy, $"TR-{risk}", "4", "4");
        await rooms.Links();
        time.Advance(NodaTime.Duration.FromSeconds(1));
        await Task.WhenAll(Task.Run(() => rooms.Bot.Timers.FireDueAsync(CancellationToken.None)), Task.Run(() => other.Bot.Timers.FireDueAsync(CancellationToken.None)));
        await rooms.Pass();
        Assert.Equal(45, rooms.Kept().Count(kept => kept.Contains(" Tom 4 4", StringComparison.Ordinal)));
        Assert.Equal(45, rooms.Rows(Channel, "score").Count);
        Assert.Equal($"Tom {new string('1', 45)}", Assert.Single(rooms.Progress()));
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_meanwhile_is_asked_to_wait_a_minute()
    {
        using var rooms = await WithRisks();
        await rooms.Opens();
        await rooms.Scores(Tommy, "TR-1", "4", "4");
        await rooms.Links();
        Assert.Contains("being joined just now", await rooms.Says(Channel, "Tom", "/forget me really"));
        await rooms.Pass();
        await rooms.Says(Channel, "Tom", "/forget me really");
        await rooms.Pass();
        Assert.Equal(["TR-1 a former member 4 4"], rooms.Kept());
    }
}
