using System.Text;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Polls;
using MeetingBot.Risks;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Who asks to be forgotten is: their votes count on without a name, and no result changes.</summary>
public sealed class ForgetMemberTests
{
    private const string Who = "Dora";

    private static async Task Forgotten(Room room, string who = Who)
    {
        Assert.Contains("/forget me really", await room.Says(who, "/forget me"), StringComparison.Ordinal);
        await room.Press(who, "forget me", ("sure", "yes"));
        await Timers(room);
        Assert.StartsWith("Done: who asked to be forgotten is.", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    private static async Task Timers(Room room)
    {
        for (var turn = 0; turn < 200 && room.Table.Under(room.Partition, "now").Any(row => row.RowKey == "now|departures"); turn++)
            await room.Advance(0);
        Assert.DoesNotContain(room.Table.Under(room.Partition, "now"), row => row.RowKey == "now|departures");
    }

    /// <summary>Rows that name them, key or value.</summary>
    private static List<string> Rows(Room room, string who = Who) =>
    [
        .. room.Table.Under(room.Partition).Where(row => row.RowKey.Contains(Room.Who(who).Key.Value, StringComparison.OrdinalIgnoreCase)
                || row.RowKey.Contains(who, StringComparison.OrdinalIgnoreCase)
                || (SeenDelivery.Range.Contains(row.RowKey) && Sources(who).Contains(SeenDelivery.Read(row).Source))
                || Encoding.UTF8.GetString(row.Data.Span).Contains(who, StringComparison.OrdinalIgnoreCase))
            .Select(row => row.RowKey),
    ];

    private static string[] Sources(string who)
    {
        using var room = new Room();
        return [.. new Incoming[] { room.Message(who, ""), room.Pressed(who, "") }.Select(SeenDelivery.SourceOf)];
    }

    private static string Values(Room room, params string[] kind) => string.Join('\n', room.Table
        .Under(room.Partition, kind).Select(row => $"{row.RowKey} {Encoding.UTF8.GetString(row.Data.Span)}"));

    [Fact]
    public async Task RevealedRound_IsAsItWas_WithoutTheirName()
    {
        using var room = await RiskRoom.WithRisks();
        await room.Says("Anna", "/risk community ATLAS 3: @Dora @Ben @Carl", "Dora", "Ben", "Carl");
        await room.Says("Anna", "/risk criteria named");
        await room.Says("Anna", "/risk open until Wednesday 18:00 for @Anna @Ben @Carl @Dora", "Anna", "Ben", "Carl", "Dora");
        await room.Advance(1);
        foreach (var who in RiskRoom.Members.Take(4))
            for (var risk = 1; risk <= 5; risk++)
                await room.Scores1(who, $"TR-{risk}", $"{1 + (who.Length + risk) % 5}", $"{1 + who[0] % 5}", $"A reason of {who.Length}");
        await room.Says("Anna", "/risk reveal");
        var (risks, figures, discussion) = (Values(room, "risk"), room.Round().Figures, await Card(room));
        var votes = (await room.Press("Anna", "risk votes", ("risk", "TR-1"), ("round", "1")))!.Text;
        var community = room.Assessment().Communities[0].Members.Length;

        await Forgotten(room);

        Assert.Empty(Rows(room));
        Assert.Equal(risks, Values(room, "risk"));
        Assert.Equivalent(figures, room.Round().Figures, strict: true);
        Assert.Equal(discussion, await Card(room));
        Assert.Equal(community, room.Assessment().Communities[0].Members.Length);
        Assert.Equal(20, room.Table.Under(room.Partition, "score", "00000001", "00000001").Count);
        var without = (await room.Press("Anna", "risk votes", ("risk", "TR-1"), ("round", "1")))!.Text;
        Assert.Equal(
            votes.Split('\n').Order(), without.Replace("a former member", Who, StringComparison.Ordinal).Split('\n').Order());
        Assert.DoesNotContain(Who, without, StringComparison.Ordinal);

        static async Task<string> Card(Room room) =>
            (await room.Press("Ben", "risks", ("risk", "TR-1")))!.Card!.Text();
    }

    [Fact]
    public async Task OpenRound_ComesToTheSame_ToTheLastBit()
    {
        using var twin = await Open();
        using var room = await Open();
        await Forgotten(room);
        Assert.Empty(Rows(room));
        Assert.Single(room.Round().Gone);

        await twin.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risk reveal");

        Assert.Equivalent(twin.Round().Figures, room.Round().Figures, strict: true);
        for (var risk = 1; risk <= 5; risk++)
        {
            var (one, other) = (twin.Risk($"TR-{risk}").Result!, room.Risk($"TR-{risk}").Result!);
            Assert.Equal(JsonSerializer.Serialize(one.Dimensions), JsonSerializer.Serialize(other.Dimensions));
        }
        Assert.True(room.Round().Gone.IsDefaultOrEmpty);

        static async Task<Room> Open()
        {
            var room = await RiskRoom.WithRisks();
            await room.Says("Anna", "/risk community ATLAS 0.1: @Dora @Ben @Carl", "Dora", "Ben", "Carl");
            await room.Says("Anna", "/risk community CMS 0.7: @Anna @Emil @Fay", "Anna", "Emil", "Fay");
            await room.Says("Anna", "/risk open until Wednesday 18:00");
            await room.Advance(1);
            foreach (var who in RiskRoom.Members)
                for (var risk = 1; risk <= 5; risk++)
                    await room.Scores1(who, $"TR-{risk}", $"{1 + ((who[0] + risk) % 5)}", $"{1 + (who[1] % 5)}");
            return room;
        }
    }

    [Fact]
    public async Task WhoComesBack_DoesNotScoreTwice_AndScoresInTheNextRound()
    {
        using var room = await RiskRoom.Scored();
        await Forgotten(room);
        await room.Says(Who, "/help");
        Assert.StartsWith("You asked to be forgotten.", (await room.Scores1(Who, "TR-1", "5", "5"))!.Text, StringComparison.Ordinal);
        Assert.StartsWith("You asked to be forgotten.", await room.Says(Who, "/risk card"), StringComparison.Ordinal);
        Assert.Contains("8 of 8 have scored", await room.Says("Anna", "/risk reveal"), StringComparison.Ordinal);

        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        await room.Advance(1);
        Assert.StartsWith("Recorded", (await room.Scores1(Who, "TR-2", "3", "3", round: 2))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoAsksTwice_IsAnotherEachTime_AndCountsOnce()
    {
        using var room = await RiskRoom.Scored();
        await Forgotten(room);
        await room.Says(Who, "/help");
        await Forgotten(room);
        Assert.Single(room.Round().Gone);
        Assert.Contains("8 of 8 have scored", await room.Says("Anna", "/risk reveal"), StringComparison.Ordinal);
        var result = room.Risk("TR-1").Result!;

        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        await room.Advance(1);
        await room.Scores1(Who, "TR-2", "3", "3", round: 2);
        await Forgotten(room);

        Assert.Empty(Rows(room));
        Assert.Equivalent(result, room.Risk("TR-1").Result, strict: true);
        var former = room.Table.Under(room.Partition, "score", "00000001").Where(row => RiskRows.VotersKey(1) != row.RowKey)
            .Select(RiskRows.ReadScore).Where(score => score.Member.IsFormer).Select(score => score.Member.Key).Distinct();
        Assert.Equal(2, former.Count());
        Assert.DoesNotContain(room.Table.Under(room.Partition, "now"), row => row.RowKey == "now|departures");
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task KilledAtEachCommit_AnotherInstanceGoesOn_ToTheSameEnd(Fault fault)
    {
        var ends = new List<string>();
        for (var kill = 0; ; kill++)
        {
            using var room = new Room();
            foreach (var who in RiskRoom.Members.Take(4)) await room.Says(who, "/help");
            await room.Says("Anna", "/poll Adopt it? | yes | no");
            await room.Votes(Who, 1, ("choice", "1"));
            await room.Says("Anna", "/risk new \"Tokens\"");
            await room.Says("Anna", "/risk add One");
            await room.Says("Anna", "/risk open until Wednesday 18:00");
            await room.Advance(1);
            foreach (var who in RiskRoom.Members.Take(4)) await room.Scores1(who, "TR-1", "2", "3");
            await room.Says(Who, "/forget me really");
            var (commits, dead) = (0, false);
            room.Table.Faults = call => dead ? Fault.Before
                : call.Kind == "commit" && call.Partition == room.Partition
                && call.Changes.Any(change => change.RowKey == "now|departures") && commits++ == kill && (dead = true) ? fault : Fault.None;
            for (var turn = 0; turn < 40 && !dead; turn++)
                Assert.True(await Record.ExceptionAsync(() => room.Bot.Advance(NodaTime.Duration.Zero)) is null or TableUnavailableException);
            room.Bot.Dispose();
            room.Table.Faults = _ => Fault.None;

            using var next = new Bot(room.Table, room.Time, room.Bot.Channel, "b");
            await next.Outbox.CareAsync(CancellationToken.None);
            for (var minute = 0; minute < 40; minute++) await next.Advance(NodaTime.Duration.FromMinutes(minute < 3 ? 1 : 0));

            Assert.Empty(Rows(room));
            Assert.DoesNotContain(room.Table.Under(room.Partition, "now"), row => row.RowKey == "now|departures");
            Assert.Single(room.Round().Gone);
            Assert.Single(room.Poll(1).Gone);
            ends.Add($"{room.Ballots(1).Count} {room.Table.Under(room.Partition, "score", "00000001", "00000001").Count}");
            Assert.Single(room.Transcript, message => message.Text.StartsWith("Done: who asked to be forgotten is.", StringComparison.Ordinal));
            if (!dead) break;
        }
        Assert.True(ends.Count > 8, $"{ends.Count} commits");
        Assert.Equal("1 4", Assert.Single(ends.Distinct()));
    }

    [Fact]
    public async Task HowFarTheGroupMoved_IsToldAsBefore()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risk open TR-2 until Wednesday 18:00");
        await room.Advance(1);
        foreach (var (member, value) in RiskRoom.Members.Zip("34343434")) await room.Scores1(member, "TR-2", $"{value}", "4", round: 2);
        await Forgotten(room);
        await room.Says("Anna", "/risk reveal");
        Assert.Equal(0.625, room.Risk("TR-2").Result![RiskDimension.Likelihood]!.Moved);
    }

    [Fact]
    public async Task ManyScores_GoInSeveralTurns_ThroughAFault_AndAReveal()
    {
        using var room = await RiskRoom.WithRisks(75);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        foreach (var who in RiskRoom.Members.Take(4))
            for (var risk = 1; risk <= 75; risk++) await room.Scores1(who, $"TR-{risk}", $"{1 + (risk % 5)}", "3");
        await room.Says(Who, "/forget me really");
        await room.Advance(0);
        var commits = 0;
        room.Table.Faults = call => call.Kind == "commit" && call.Partition == room.Partition
            && call.Changes.Any(change => change.RowKey == "now|departures") && commits++ % 3 == 1 ? Fault.After : Fault.None;
        Assert.Contains("4 of", await room.Says("Anna", "/risk reveal"), StringComparison.Ordinal);
        for (var turn = 0; turn < 30; turn++) await room.Advance(1);
        room.Table.Faults = _ => Fault.None;
        await Timers(room);

        Assert.Empty(Rows(room));
        Assert.Equal(300, room.Table.Under(room.Partition, "score", "00000001", "00000001").Count);
        Assert.All(
            Enumerable.Range(1, 75),
            risk => Assert.Equal(4, room.Risk($"TR-{risk}").Result![RiskDimension.Likelihood]!.Counts.Sum()));
        Assert.Equal((8, 4), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
        Assert.Single(room.Table.Under(room.Partition, "score", "00000001", "00000001").Select(RiskRows.ReadScore)
            .Where(score => score.Member.IsFormer).Select(score => score.Member.Key).Distinct());
    }

    [Fact]
    public async Task ScoreOnItsWay_WhenTheyAsk_DoesNotComeAfter()
    {
        using var room = await RiskRoom.Scored();
        var held = false;
        room.Table.Before = async call =>
        {
            if (held || call.Kind != "commit" || !call.Changes.Any(change => change.RowKey.StartsWith("score|", StringComparison.Ordinal) && change.RowKey.EndsWith("dora", StringComparison.Ordinal))) return;
            held = true;
            await room.Bot.Turn(room.Message(Who, "/forget me really"));
            await Timers(room);
        };

        Assert.StartsWith("You asked to be forgotten.", (await room.Scores1(Who, "TR-1", "5", "5"))!.Text, StringComparison.Ordinal);
        Assert.True(held);
        Assert.Empty(Rows(room));
        Assert.Contains("8 of 8 have scored", await room.Says("Anna", "/risk reveal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BallotOnItsWay_WhenTheyAsk_DoesNotComeAfter()
    {
        using var room = new Room();
        await room.Says("Anna", "/poll Adopt it? | yes | no");
        await room.Votes(Who, 1, ("choice", "1"));
        var held = false;
        room.Table.Before = async call =>
        {
            if (held || call.Kind != "commit" || !call.Changes.Any(change => change.RowKey.StartsWith("ballot|", StringComparison.Ordinal) && change.RowKey.EndsWith("dora", StringComparison.Ordinal))) return;
            held = true;
            await room.Bot.Turn(room.Message(Who, "/forget me really"));
            await Timers(room);
        };

        Assert.StartsWith("You asked to be forgotten.", (await room.Votes(Who, 1, ("choice", "2")))!.Text, StringComparison.Ordinal);
        Assert.True(held);
        Assert.Empty(Rows(room));
        Assert.Equal("a former member", Assert.Single(room.Ballots(1)).Voter.Name);
        await room.Votes("Ben", 1, ("choice", "2"));
        Assert.Equal(2, room.Ballots(1).Count);
    }

    [Fact]
    public async Task OtherAccount_IsForgottenToo_WithWhatTheyDidByItBefore()
    {
        using var rooms = await JoinedRooms.Made();
        await rooms.Says(JoinedRooms.Channel, "Mara", "/poll Focus on tokens? | yes | no");
        await rooms.Says(JoinedRooms.SlackChannel, "Dorothy", "/vote 1 no");
        await rooms.Says(JoinedRooms.Channel, "Dora", "/vote 1 yes");
        await rooms.Says(JoinedRooms.Channel, "Mara", "/poll close 1");
        await rooms.Says(JoinedRooms.Channel, "Dora", "/me link");
        var code = rooms.Sent(JoinedRooms.Channel).Last(message => message.Recipient?.Name == "Dora").Text.Split("/me link ")[1].Split('\n')[0].Trim();
        await rooms.Says(JoinedRooms.SlackChannel, "Dorothy", $"/me link {code}");

        await rooms.Says(JoinedRooms.SlackChannel, "Dorothy", "/forget me really");
        for (var turn = 0; turn < 60; turn++) await rooms.Bot.Advance(NodaTime.Duration.Zero);

        var partition = JoinedRooms.Channel.Own.PartitionKey;
        foreach (var name in (string[])["dora", "dorothy"])
            Assert.DoesNotContain(
                rooms.Bot.Table.Under(partition),
                row => (row.RowKey + Encoding.UTF8.GetString(row.Data.Span)).Contains(name, StringComparison.OrdinalIgnoreCase));
        var ballots = rooms.Rows(JoinedRooms.Channel, "ballot").Select(PollRows.ReadBallot).ToList();
        Assert.Equal(2, ballots.Select(ballot => ballot.Voter.Key).Distinct().Count());
        Assert.All(ballots, ballot => Assert.True(ballot.Voter.IsFormer));
        Assert.Single(rooms.Heard(JoinedRooms.Channel), text => text.StartsWith("Done: who asked to be forgotten is.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RevealInTheMiddle_TakesThemForOne()
    {
        using var room = await RiskRoom.WithRisks(60);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        foreach (var who in RiskRoom.Members.Take(4))
            for (var risk = 1; risk <= 60; risk++) await room.Scores1(who, $"TR-{risk}", $"{1 + (risk % 5)}", "3");
        var seen = false;
        room.Table.Before = async call =>
        {
            var kept = room.Table.Under(room.Partition, "score");
            if (seen || call.Kind != "commit" || !kept.Any(row => row.RowKey.Contains("former", StringComparison.Ordinal))
                || !kept.Any(row => row.RowKey.Contains("dora", StringComparison.Ordinal))) return;
            seen = true;
            await room.Bot.Turn(room.Message("Anna", "/risk reveal"));
        };
        await room.Says(Who, "/forget me really");
        await Timers(room);
        Assert.True(seen);
        Assert.Equal((8, 4), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
        Assert.Empty(Rows(room));
    }

    [Fact]
    public async Task BallotsCountOn_WithTheirComments_AndNobodyAnswersTwice()
    {
        using var room = new Room();
        foreach (var who in RiskRoom.Members) await room.Says(who, "/help");
        await room.Says("Anna", "/poll Adopt it? | yes | no --required @Ben @Dora", "Ben", "Dora");
        await room.Says("Anna", "/poll Meet in August? | yes | no");
        await room.Votes(Who, 1, ("choice", "1"), ("comment", "At last"));
        await room.Votes(Who, 2, ("choice", "2"));
        await room.Says("Anna", "/poll close 2");
        var tally = room.Poll(2).Result!.Tally;

        await Forgotten(room);

        Assert.Empty(Rows(room));
        Assert.Equivalent(tally, room.Poll(2).Result!.Tally, strict: true);
        Assert.Equivalent(tally, PollTally.Of(room.Poll(2), room.Ballots(2)), strict: true);
        Assert.Contains("a former member", (await room.Seen("Ben", 1)).Text(), StringComparison.Ordinal);
        Assert.StartsWith("You asked to be forgotten.", (await room.Votes(Who, 1, ("choice", "2")))!.Text, StringComparison.Ordinal);
        await room.Votes("Ben", 1, ("choice", "2"));
        await room.Advance(1);
        Assert.Equal(PollStatus.Closed, room.Poll(1).Status);
        Assert.Equal((1, 1), (room.Poll(1).Result!.Tally.Options[0].Yes, room.Poll(1).Result!.Tally.Options[1].Yes));
    }

    [Fact]
    public async Task WhatIsTheirsAlone_IsDeleted_AndTheRecordStays()
    {
        using var room = await Room.InMeeting("Tokens");
        await room.Says(Who, "DD - the vault is slow");
        await room.Says("Mara", "ACTION: Dora to share it by Friday", Who);
        await room.Says(Who, "/calendar mine");
        await room.Says("Mara", "/meeting end");
        await room.Says("Mara", "/poll Adopt it? | yes | no until Friday 18:00");
        await room.Press(Who, "risk import", ("x", "y"));

        await Forgotten(room);

        var kinds = Rows(room).Select(key => key.Split('|')[0]).Distinct().Order().ToList();
        Assert.Empty(kinds.Except(["action", "attend", "line", "meeting", "now", "item"]));
        Assert.DoesNotContain(
            room.Table.Under("links"), row => Encoding.UTF8.GetString(row.Data.Span).Contains("dora", StringComparison.Ordinal));
        await room.Says(Who, "/help");
        Assert.Contains(room.Table.Under(room.Partition, "member"), row => row.RowKey.EndsWith("dora", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnlyChair_HandsItOverFirst()
    {
        using var room = await Room.InMeeting("Tokens");
        Assert.StartsWith("You chair the meeting that runs.", await room.Says("Mara", "/forget me"), StringComparison.Ordinal);
        await room.Says("Mara", "/meeting end");
        Assert.StartsWith("You are the group's only chair.", await room.Says("Mara", "/forget me"), StringComparison.Ordinal);
        await room.Says("Luna", "/help");
        await room.Says("Mara", "/settings chairs @Mara @Luna", "Mara", "Luna");
        await Forgotten(room, "Mara");
        Assert.Equal("Luna", Assert.Single(GroupRows.ReadGroup(new RowSet(room.Table.Under(room.Partition, "now")))!.Chairs).Name);
    }
}
