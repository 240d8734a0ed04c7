using System.Buffers;
using System.Text;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Polls.Ballots;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>What a voter's own card tells of the others, without a read of their ballots.</summary>
public sealed class OwnCardTests
{
    [Theory]
    [InlineData("", "1", "1")]
    [InlineData("--counts", "1", "1")]
    [InlineData("--chair-sees", "1", "1")]
    [InlineData("--anonymous", "1", "1")]
    [InlineData("--hidden-until-voted", "1", null)]
    [InlineData("--hidden-until-voted --anonymous", "1", null)]
    [InlineData("--hidden", null, null)]
    [InlineData("--hidden --anonymous", null, null)]
    public async Task Counts_AreThoseOfTheLastDrawing_WhereTheVoterMaySeeThem(string flags, string? voted, string? takenBack)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"), ("comment", "hush"));
        await room.Shared(1);
        var card = (await room.Votes("Tom", 1, ("choice", "2")))!.Card!;
        Assert.Equal(voted, CountOf("a", card));
        Assert.Equal(
            voted is null ? 0 : 1, card.Text().Split("Counts as of 16:00. Answered by then: 1").Length - 1);
        Assert.Contains("Recorded 16:00: b", card.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Luna", card.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", card.Text(), StringComparison.Ordinal);
        Assert.True(card.Offers(voted is null ? "Show results" : "Refresh"));

        var back = (await room.Press("Tom", "poll withdraw", ("poll", "1")))!.Card!;
        Assert.Equal(takenBack, CountOf("a", back));
    }

    [Fact]
    public async Task CommentAlone_IsNoAnswer_AndOpensNoCounts()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --hidden-until-voted");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Shared(1);
        var card = (await room.Votes("Tom", 1, ("comment", "later")))!.Card!;
        Assert.Null(CountOf("a", card));
        Assert.DoesNotContain("Counts", card.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_OfOptionsThatHaveChangedSince_AreNotShown()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Shared(1);
        room.Table.Faults = call =>
            call.Changes.Any(change => change.RowKey == PollRows.TallyKey(1)) ? Fault.Before : Fault.None;
        await room.Says("Mara", "/poll change 1 option 1 to aa");
        Assert.Contains("1 | aa | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        var card = (await room.Votes("Tom", 1, ("choice", "2")))!.Card!;
        Assert.Null(CountOf("aa", card));

        room.Table.Faults = _ => Fault.None;
        await room.Shared(1);
        Assert.Equal("0", CountOf("aa", (await room.Votes("Tom", 1, ("choice", "2")))!.Card!));
    }

    [Fact]
    public async Task CountsThatAnotherInstanceMadeLater_AreNotReplacedByOlderOnes()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Shared(1);
        var later = KeptTally.Of(room.Poll(1), room.Ballots(1), FakeTime.Start + Duration.FromMinutes(5));
        var drawn = Assert.Single(room.Table.Under(room.Partition, "tally"));
        await room.Table.CommitAsync(room.Partition, later.Keep(1, drawn.ETag), CancellationToken.None);

        await room.Votes("Tom", 1, ("choice", "2"));
        await room.Shared(1);
        Assert.Equal(later.At, Kept(room).At);
        room.Time.Advance(Duration.FromMinutes(5));
        await room.Votes("Noor", 1, ("choice", "2"));
        await room.Shared(1);
        Assert.True(Kept(room).At > later.At);
        Assert.Equal(3, Kept(room).Tally.Ballots);
    }

    [Fact]
    public async Task CountsWrittenBetweenALookAndAWrite_AreLookedAtAgain()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Shared(1);
        var older = KeptTally.Of(room.Poll(1), [], FakeTime.Start);
        var raced = false;
        room.Table.Before = async call =>
        {
            if (raced || !call.Changes.Any(change => change.RowKey == PollRows.TallyKey(1))) return;
            raced = true;
            var now = room.Table.Under(room.Partition, "tally").SingleOrDefault();
            await room.Table.CommitAsync(room.Partition, older.Keep(1, now?.ETag), CancellationToken.None);
        };
        await room.Votes("Tom", 1, ("choice", "2"));
        await room.Shared(1);
        Assert.True(raced);
        Assert.Equal(1, Kept(room).Tally.Ballots);
    }

    [Fact]
    public async Task TimeOfTheCounts_IsSaidInTheReadersZone()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Shared(1);
        var vote = room.Pressed("Tom", "poll vote", ("poll", "1"), ("choice", "2"));
        var outcome = await room.Bot.Turn(vote with { Sender = vote.Sender with { Zone = "America/New_York" } });
        Assert.Contains(
            "Counts as of 10:00 (America/New_York). Answered by then: 0", outcome.Answer!.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuestsCard_HasTheCountsToo()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --hidden-until-voted");
        await room.Votes("Luna", 1, ("choice", "1"));
        var token = await room.Invites("Mara", "Anna Berg");
        await room.Shared(1);
        var answer = await room.Sends(await room.Page(token), ("choice", "2"));
        Assert.Equal("1", CountOf("a", answer!.Card!));
    }

    [Fact]
    public async Task VotersTurn_ReadsThePollAndTheCounts_AndNoBallot()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        for (var n = 0; n < 20; n++) await room.Votes($"P{n}", 1, ("choice", "1"));
        await room.Shared(1);
        room.Table.Calls.Clear();
        Assert.Equal("20", CountOf("a", (await room.Votes("Tom", 1, ("choice", "2")))!.Card!));
        Assert.Equal(
            ["query now", "get poll", "get tally", "commit seen"],
            room.Table.Calls.Take(4).Select(call => $"{call.Kind} {call.Key.Split('|')[0]}"));
        Assert.DoesNotContain(
            room.Table.Calls, call => call.Kind != "commit" && call.Key.StartsWith("ballot", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/poll close")]
    [InlineData("/poll cancel really")]
    public async Task Closed_NothingIsKept_NorByADrawingThatCameLate(string command)
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --hidden");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Shared(1);
        Assert.Single(room.Table.Under(room.Partition, "tally"));
        Assert.DoesNotContain("tally|", await Export(room), StringComparison.Ordinal);
        var drawn = KeptTally.Of(room.Poll(1), room.Ballots(1), FakeTime.Start).Keep(1, null);

        await room.Says("Mara", command);
        await room.Shared(1);
        Assert.IsType<Tables.CommitResult.Conflict>(
            await room.Table.CommitAsync(room.Partition, drawn, CancellationToken.None));
        Assert.Empty(room.Table.Under(room.Partition, "tally"));
    }

    [Fact]
    public void KeptCounts_AreThoseThatAReadOfTheBallotsShows_ForEveryKindAndSight()
    {
        Person Who(string name) => new("web", "", name, name);
        var mara = Who("mara");
        foreach (var kind in Enum.GetValues<PollKind>())
        {
            var poll = new Poll(1, "Which?", kind, [new PollOption(1, "a"), new PollOption(2, "b")], mara, FakeTime.Start, "UTC");
            Ballot[] ballots =
            [
                new(Who("luna"), FakeTime.Start, [new OptionAnswer(2, BallotAnswer.Yes), new OptionAnswer(1, BallotAnswer.Yes)]),
                new(Who("tom"), FakeTime.Start, [new OptionAnswer(1, BallotAnswer.IfNeedBe), new OptionAnswer(2, BallotAnswer.No)]),
            ];
            var kept = KeptTally.Of(poll, ballots, FakeTime.Start);
            foreach (var sight in new[] { true, false }.SelectMany(chair => new[] { true, false }.SelectMany(voted =>
                Enum.GetValues<PollShown>().SelectMany(shown => Enum.GetValues<PollNames>().Select(names =>
                    PollSight.Of(poll with { Shown = shown, Names = names }, chair, voted))))))
            {
                var (shown, read) = (PollPicture.OfKept(kept, sight), PollPicture.Of(poll, ballots, sight, []));
                Assert.Equal(read.Tally?.Options, shown?.Tally?.Options);
                Assert.Equal(sight.Counts, shown is not null);
                if (shown is null) continue;
                Assert.Empty(shown.Voices);
                Assert.Empty(shown.Answered.Concat(shown.Missing).Concat(shown.Comments));
            }
        }
    }

    // The last cell of the option's row; null where the table has no counts.
    private static string? CountOf(string option, Card card) => card.Text().Split('\n')
        .Select(line => line.Split(" | ")).Where(cells => cells.Length > 1 && cells[1] == option)
        .Select(cells => cells.ElementAtOrDefault(2)).Single();

    private static async Task<string> Export(Room room)
    {
        var output = new ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(
            room.Table, room.Group, FakeTime.Start, _ => true, output, () => default, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static KeptTally Kept(Room room) =>
        PollRows.ReadTally(new Tables.RowSet(room.Table.Under(room.Partition, "tally")), 1)!;
}
