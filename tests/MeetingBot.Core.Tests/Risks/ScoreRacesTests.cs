using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Many at once, instances that do not know of each other, a store that goes away: every receipt is true.</summary>
public sealed class ScoreRacesTests
{
    private static CardAnswer Saves(Room room, string who, string risk, string likelihood, string impact, int round = 1) => room.Pressed(
        who, "risk score", ("assessment", "1"), ("round", $"{round}"), ("risk", risk), ("next", risk), ("likelihood", likelihood), ("impact", impact));

    private static Bot Another(Room room, string name) => new(room.Table, room.Time, room.Bot.Channel, name, exclusive: false);

    private static async Task<Room> Asked(int risks = 5)
    {
        var room = await RiskRoom.WithRisks(risks);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        return room;
    }

    /// <summary>Before the first commit of a turn that writes such a row, another turn is done.</summary>
    private static void Meanwhile(Room room, string key, Func<Task> other)
    {
        var done = false;
        room.Table.Before = async call =>
        {
            if (done || call.Kind != "commit" || call.Partition != room.Partition || !call.Changes.Any(change => change.RowKey.StartsWith(key, StringComparison.Ordinal))) return;
            done = true;
            await other();
        };
    }

    [Fact]
    public async Task TwoTabsOfOneMember_SaveAtOnce_AndBothCount()
    {
        using var room = await Asked(40);
        using var other = Another(room, "b");
        Bot[] bots = [room.Bot, other];
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(risk => Task.Run(async () =>
            (await bots[risk % 2].Turn(Saves(room, "Ben", $"TR-{risk}", $"{1 + (risk % 5)}", "3"))).Answer!.Text)));
        Assert.All(answers, answer => Assert.StartsWith("Recorded", answer, StringComparison.Ordinal));
        Assert.Equal(40, room.Table.Under(room.Partition, "score").Count);
        Assert.Equal(40, RiskRows.ReadProgress(Assert.Single(room.Table.Under(room.Partition, "scored"))).Done);
    }

    [Fact]
    public async Task SameRiskInTwoTabs_KeepsOneOfThemWhole()
    {
        using var room = await Asked(1);
        using var other = Another(room, "b");
        Meanwhile(room, "score|", async () => await other.Turn(Saves(room, "Ben", "TR-1", "5", "5")));
        Assert.Contains("likelihood 2, impact 2", (await room.Bot.Turn(Saves(room, "Ben", "TR-1", "2", "2"))).Answer!.Text, StringComparison.Ordinal);
        var score = RiskRows.ReadScore(Assert.Single(room.Table.Under(room.Partition, "score")));
        Assert.Equal((2, 2), (score.Scores[RiskDimension.Likelihood].Value, score.Scores[RiskDimension.Impact].Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task SavesAgainstTheReveal_AreCountedOrRefused(int seed)
    {
        using var room = await Asked(3);
        using var other = Another(room, "b");
        await other.Outbox.CareAsync(CancellationToken.None);
        foreach (var who in RiskRoom.Members.Take(4)) await room.Scores1(who, "TR-1", "1", "1");
        var random = new Random(seed);
        var order = Enumerable.Range(0, 60).OrderBy(_ => random.Next()).ToList();
        Task<TurnOutcome>? reveal = null;
        var saves = order.Select((n, place) => Task.Run(async () =>
        {
            if (place == 20) reveal = room.Bot.Turn(room.Message("Anna", "/risk reveal")).AsTask();
            return (await (n % 2 == 0 ? room.Bot : other).Turn(Saves(room, $"P{n}", $"TR-{1 + (n % 3)}", "4", "4"))).Answer!.Text;
        })).ToList();
        var receipts = await Task.WhenAll(saves);
        await reveal!;
        var recorded = receipts.Count(text => text.StartsWith("Recorded", StringComparison.Ordinal));
        Assert.All(receipts, text => Assert.True(text.StartsWith("Recorded", StringComparison.Ordinal) || text == "Round 1 is over; no score is taken any more.", text));
        var counted = Enumerable.Range(1, 3).Sum(risk => room.Risk($"TR-{risk}").Result![RiskDimension.Likelihood]!.Counts[3]);
        Assert.Equal(recorded, counted);
        Assert.Equal(recorded + 4, room.Table.Under(room.Partition, "score", "00000001", "00000001").Count);
    }

    [Fact]
    public async Task SaveThatMeetsTheReveal_InTheMiddle_IsRefused_AndOneThatCameBefore_IsCounted()
    {
        using var room = await Asked(1);
        using var other = Another(room, "b");
        foreach (var who in RiskRoom.Members.Take(3)) await room.Scores1(who, "TR-1", "1", "1");
        // The reveal has read the scores, and one more comes before it is stored: it looks again.
        Meanwhile(room, "round|", async () => Assert.StartsWith(
            "Recorded", (await other.Turn(Saves(room, "Dora", "TR-1", "5", "5"))).Answer!.Text, StringComparison.Ordinal));
        await room.Says("Anna", "/risk reveal");
        Assert.Equal([3, 0, 0, 0, 1], room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Counts.AsEnumerable());

        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        await room.Scores1("Ben", "TR-1", "2", "2", round: 2);
        // A save has looked, and the reveal comes before it is stored.
        Meanwhile(room, "score|", async () => await other.Turn(room.Message("Anna", "/risk reveal")));
        Assert.Equal("Round 2 is over; no score is taken any more.", (await room.Bot.Turn(Saves(room, "Dora", "TR-1", "5", "5", 2))).Answer!.Text);
        Assert.Equal([0, 1, 0, 0, 0], room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Counts.AsEnumerable());
    }

    [Fact]
    public async Task RevealByHandTwice_AndByTimer_OnTwoInstances_IsOne()
    {
        using var room = await Asked(2);
        using var one = Another(room, "b");
        using var other = Another(room, "c");
        foreach (var who in RiskRoom.Members) await room.Scores1(who, "TR-1", "3", "3");
        room.Time.Advance(room.Round().ClosesAt!.Value - room.Time.GetCurrentInstant());
        foreach (var bot in (Bot[])[one, other]) await bot.Outbox.CareAsync(CancellationToken.None);
        var reveals = await Task.WhenAll(
            Task.Run(async () => await one.Turn(room.Message("Anna", "/risk reveal"))),
            Task.Run(async () => await other.Turn(room.Message("Anna", "/risk reveal 1"))),
            Task.Run(async () => { await other.Timers.FireDueAsync(CancellationToken.None); return new TurnOutcome(null); }),
            Task.Run(async () => { await one.Timers.FireDueAsync(CancellationToken.None); return new TurnOutcome(null); }));
        Assert.Equal(4, reveals.Length);
        // Two that would post the same card wait for one another; and a lease may have run out meanwhile.
        while (one.Outbox.Waiting + other.Outbox.Waiting > 0)
        {
            foreach (var bot in (Bot[])[one, other]) await bot.Outbox.CareAsync(CancellationToken.None);
            room.Time.Advance(NodaTime.Duration.FromSeconds(1));
            await Eventually.Until(
                () => one.Outbox.Waiting + other.Outbox.Waiting == 0 || room.Time.Waiting > 0, "nothing is under way");
        }
        Assert.Single(room.Bot.Channel.Sent, sent => sent.Message.Card?.Title.EndsWith("how the scores fell", StringComparison.Ordinal) == true);
        var risk = room.Risk("TR-1");
        Assert.Empty(risk.Earlier);
        Assert.Single(risk.History, happened => happened.What.StartsWith("round 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EditThatMeetsAFreeze_BelongsToTheNextVersion()
    {
        using var room = await RiskRoom.WithRisks(2);
        using var other = Another(room, "b");
        Meanwhile(room, "risk|", async () => await other.Turn(room.Message("Anna", "/risk freeze v1.0")));
        Assert.StartsWith("TR-1: mitigation changed.", await room.Says("Ben", "/risk edit TR-1 mitigation: none"), StringComparison.Ordinal);
        Assert.Equal(("none", "what stands"), (room.Risk("TR-1").Mitigation, RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1)[0].Mitigation));
    }

    [Fact]
    public async Task AddThatMeetsAFreeze_BelongsToTheNextVersion_AndARoundThatOpens_KeepsItFromFreezing()
    {
        using var room = await RiskRoom.WithRisks(1);
        using var other = Another(room, "b");
        Meanwhile(room, "risk|", async () => await other.Turn(room.Message("Anna", "/risk freeze v1.0")));
        Assert.StartsWith("TR-2: New one", await room.Says("Ben", "/risk add New one"), StringComparison.Ordinal);
        Assert.Single(RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1));

        Meanwhile(room, "assessment|", async () => await other.Turn(room.Message("Anna", "/risk open until Wednesday 18:00")));
        Assert.Contains("Round 1 is open; what it comes to would be missing.", await room.Says("Anna", "/risk freeze v1.1"), StringComparison.Ordinal);
        Assert.Equal((2, "1.1"), (room.Assessment().Generation, room.Assessment().Version));
    }

    [Fact]
    public async Task ManyAdds_AtOnce_GetIdsOfTheirOwn()
    {
        using var room = await RiskRoom.WithRisks(0);
        using var other = Another(room, "b");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => Task.Run(async () => await (n % 2 == 0 ? room.Bot : other).Turn(
            room.Message($"P{n}", $"/risk add Something number {n}")))));
        var risks = RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1);
        Assert.Equal(Enumerable.Range(1, 30).Select(n => $"TR-{n}"), risks.Select(risk => risk.Id));
        Assert.Equal(30, risks.Select(risk => risk.Title).Distinct().Count());
    }

    [Fact]
    public async Task OpeningTwiceAtOnce_OpensOneRoundOnARisk()
    {
        using var room = await RiskRoom.WithRisks(2);
        using var other = Another(room, "b");
        Meanwhile(room, "round|", async () => await other.Turn(room.Message("Anna", "/risk open TR-1 until Wednesday 18:00")));
        Assert.Contains("TR-1 is being scored in round 1.", await room.Says("Anna", "/risk open TR-1 TR-2 until Thursday 18:00"), StringComparison.Ordinal);
        Assert.Single(room.Table.Under(room.Partition, "round"));
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task StoreAway_InTheMiddleOfASave_TheRepetitionCountsOnce(Fault fault)
    {
        using var room = await Asked(2);
        var once = true;
        room.Table.Faults = call =>
        {
            if (!once || call.Kind != "commit" || call.Partition != room.Partition) return Fault.None;
            once = false;
            return fault;
        };
        var save = Saves(room, "Ben", "TR-1", "4", "2");
        var error = await Assert.ThrowsAsync<TableUnavailableException>(async () => await room.Bot.Turn(save));
        Assert.True(error.MayBeStored);
        Assert.Equal(fault is Fault.After ? 1 : 0, room.Table.Under(room.Partition, "score").Count);
        var again = await room.Bot.Turn(save);
        Assert.Equal((fault is Fault.After, "Recorded 16:01: TR-1, likelihood 4, impact 2"), (again.Repeated, again.Answer!.Text));
        Assert.Single(room.Table.Under(room.Partition, "score"));
        await room.Bot.Outbox.CareAsync(CancellationToken.None);
        await room.Advance(1);
        Assert.Contains("On the way (1): Ben 1 of 2", room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 1").Message.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KilledBetweenTheCommitAndTheOutbox_TheRevealIsStillTold()
    {
        using var room = await Asked(1);
        foreach (var who in RiskRoom.Members) await room.Scores1(who, "TR-1", "3", "3");
        room.Table.Faults = call => call.Kind == "commit" && call.Partition == room.Partition && call.Changes.Any(change => change.RowKey.StartsWith("round|", StringComparison.Ordinal))
            ? Fault.After : Fault.None;
        await Assert.ThrowsAsync<TableUnavailableException>(async () => await room.Bot.Turn(room.Message("Anna", "/risk reveal")));
        room.Table.Faults = _ => Fault.None;
        await room.Bot.Outbox.CareAsync(CancellationToken.None);
        await room.Bot.Settled();
        Assert.Single(room.Bot.Channel.Sent, sent => sent.Message.Card?.Title.EndsWith("how the scores fell", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task TwoOpenRounds_OfDifferentRisks_DoNotMix()
    {
        using var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", "/risk open TR-1 until Wednesday 18:00");
        await room.Says("Anna", "/risk open TR-2 until Thursday 18:00 for Ben, Carl and Dora");
        await room.Advance(1);
        foreach (var who in (string[])["Anna", "Ben", "Carl"]) await room.Scores1(who, "TR-1", "1", "1");
        foreach (var who in (string[])["Ben", "Carl", "Dora"]) await room.Scores1(who, "TR-2", "5", "5", round: 2);
        Assert.StartsWith("There is no risk", (await room.Scores1("Ben", "TR-1", "5", "5", round: 2))!.Text, StringComparison.Ordinal);
        Assert.Equal("You are not among those who score in round 2.", (await room.Scores1("Anna", "TR-2", "5", "5", round: 2))!.Text);
        Assert.StartsWith("Which round? Open are 1 and 2.", await room.Says("Anna", "/risk reveal"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk reveal 2");
        Assert.Equal((3, 3), (room.Risk("TR-2").Result![RiskDimension.Likelihood]!.Counts[4], room.Risk("TR-2").Result![RiskDimension.Likelihood]!.Eligible));
        Assert.Null(room.Risk("TR-1").Result);
        Assert.True(room.Round(1).Open);
        await room.Says("Anna", "/risk reveal");
        Assert.Equal(8, room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Eligible);
    }

    [Fact]
    public async Task LateMembers_AreAskedByTheSharedCard_AndCount_AndObserversDoNot()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk open until Wednesday 18:00 without Hana");
        await room.Advance(1);
        Assert.DoesNotContain(room.Bot.Channel.Sent, sent => sent.Message.Recipient?.Key == Room.Who("Hana").Key);
        await room.Says("Zoe", "/help");
        var card = room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 1").Message.Card!;
        Assert.StartsWith("TR-1", (await room.Press("Zoe", card.Button("My card")))!.Card!.Title, StringComparison.Ordinal);
        foreach (var who in (string[])["Zoe", "Ben", "Carl"]) await room.Scores1(who, "TR-1", "2", "2");
        Assert.Equal("You are not among those who score in round 1.", (await room.Scores1("Hana", "TR-1", "5", "5"))!.Text);
        // Who left has scored all the same.
        await room.Table.CommitAsync(room.Partition, [new RowChange.Delete(GroupRows.MemberKey(Room.Who("Carl")))], CancellationToken.None);
        await room.Says("Anna", "/risk reveal");
        var result = room.Risk("TR-1").Result![RiskDimension.Likelihood]!;
        Assert.Equal((8, 3), (result.Eligible, result.Counts[1]));
    }

    [Fact]
    public async Task SecondRoundThatNobodyScored_TakesNothingAway()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        var before = room.Risk("TR-4").Result!;
        await room.Says("Anna", "/risk open TR-4 TR-1 until Wednesday 18:00");
        await room.Advance(1);
        foreach (var who in RiskRoom.Members) await room.Scores1(who, "TR-1", "5", "5", round: 2);
        await room.Says("Anna", "/risk reveal");
        Assert.Equal(before.Dimensions.AsEnumerable(), room.Risk("TR-4").Result!.Dimensions);
        Assert.Equal((2, 1), (room.Risk("TR-1").Result!.Round, room.Risk("TR-4").Result!.Round));
        await room.Says("Anna", "/risk open TR-4 until Wednesday 18:00");
        await room.Advance(60 * 24 * 8);
        Assert.Equal(RoundStatus.Revealed, room.Round(3).Status);
        Assert.Equal(1, room.Risk("TR-4").Result!.Round);
        Assert.Contains(room.Risk("TR-4").History, happened => happened.What.StartsWith("round 3: nobody scored it", StringComparison.Ordinal));
    }
}
