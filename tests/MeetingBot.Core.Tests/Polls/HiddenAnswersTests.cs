using MeetingBot.Kit;

namespace MeetingBot.Polls;

/// <summary>What a poll hides is not told by what is said beside its card.</summary>
public sealed class HiddenAnswersTests
{
    [Theory]
    [InlineData("--counts")]
    [InlineData("--hidden")]
    [InlineData("--hidden --counts")]
    [InlineData("--hidden-until-voted")]
    [InlineData("--chair-sees")]
    [InlineData("--anonymous")]
    [InlineData("--anonymous --hidden")]
    public async Task ChangedOption_TellsNobodyWhoHadChosenIt_NorWhetherAnybodyHad(string flags)
    {
        var said = new List<string>();
        foreach (var choice in new[] { "1", "2" })
        {
            using var room = new Room();
            await room.Opens("Mara", $"/poll Which? | a | b {flags}");
            await room.Votes("Luna", 1, ("choice", choice));
            await room.Votes("Tom", 1, ("choice", "2"));
            var changed = await room.Says("Mara", "/poll change 1 option 1 to aa");
            Assert.DoesNotContain("Luna", changed, StringComparison.Ordinal);
            var nudged = await room.Says("Mara", "/poll nudge");
            Assert.DoesNotContain("Luna", nudged, StringComparison.Ordinal);
            if (!flags.Contains("anonymous", StringComparison.Ordinal))
                Assert.Contains("Answered (2): Luna, Tom", (await room.Shared(1)).Text(), StringComparison.Ordinal);
            said.Add(changed + nudged);
            await room.Advance(1);
            Assert.Equal(choice == "1", room.Told("Luna").Any(told => told.Contains("Changed since", StringComparison.Ordinal)));
        }
        Assert.Equal(said[0], said[1]);
    }

    [Theory]
    [InlineData("change 1 option 1 to aa")]
    [InlineData("drop 1 option 1")]
    public async Task ChangedOption_ListOfGuests_AndTheCloseByBallots_DoNotTellWhoHadChosenIt(string change)
    {
        var told = new List<string>();
        foreach (var choice in new[] { "1", "2" })
        {
            using var room = new Room();
            await room.Says("Luna", "/agenda");
            await room.Says("Tom", "/agenda");
            await room.Opens("Mara", "/poll Which? | a | b | c --counts --hidden --required Luna, Tom");
            var token = await room.Invites("Mara", "Anna Berg");
            await room.Sends(await room.Page(token), ("choice", choice));
            await room.Votes("Luna", 1, ("choice", choice));
            var changed = await room.Says("Mara", "/poll " + change);
            Assert.Contains("It is closed by hand from now on.", changed, StringComparison.Ordinal);
            var guests = await room.Says("Mara", "/poll guests 1");
            Assert.Contains("Anna Berg: has answered", guests, StringComparison.Ordinal);
            await room.Votes("Tom", 1, ("choice", "3"));
            await room.Advance(1);
            Assert.True(room.Poll(1).Open);
            told.Add(changed + guests + (await room.Shared(1)).Text());
        }
        Assert.Equal(told[0], told[1]);
    }

    [Fact]
    public async Task ChangedOption_OfHiddenNames_LeavesNamedVotersAmongThoseWhoHaveAnswered()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Opens("Mara", "/poll Which? | a | b --counts --required Luna --by-hand");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Says("Mara", "/poll change 1 option 1 to aa");
        var card = (await room.Shared(1)).Text();
        Assert.Contains("Answered (1): Luna", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nudge_OfAnAnonymousPoll_SaysTheSameWhoeverHasAnswered()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Opens("Mara", "/poll Which? | a | b --anonymous --hidden --required Luna");
        var before = await room.Says("Mara", "/poll nudge");
        await room.Votes("Luna", 1, ("choice", "1"));
        Assert.Equal(before, await room.Says("Mara", "/poll nudge"));
        Assert.Equal("Who has not answered is reminded in their daytime, at most once a day.", before);
    }

    [Theory]
    [InlineData("--counts --required Luna --consensus", "tells what each of them answers")]
    [InlineData("--chair-sees --required Luna --consensus", "tells what each of them answers")]
    [InlineData("--anonymous --hidden --required Luna --consensus", "tells what each of them answers")]
    [InlineData("--anonymous --required Luna --when-all", "tells who has")]
    public async Task EndThatWouldTellWhatIsHidden_IsRefused(string flags, string said)
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        Assert.Contains(said, await room.Says("Mara", $"/poll Which? | a | b {flags}"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "poll"));
    }

    [Fact]
    public async Task AnonymousPollThatNamesItsVoters_DoesNotCloseByTheirBallots()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        var poll = await room.Opens("Mara", "/poll Which? | a | b --anonymous --required Luna");
        Assert.Equal(PollEnds.ByHand, poll.Ends);
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Advance(2);
        Assert.True(room.Poll(1).Open);
    }

    [Theory]
    [InlineData("--hidden", false)]
    [InlineData("--hidden --counts", false)]
    [InlineData("--hidden-until-voted", false)]
    [InlineData("--counts", true)]
    public async Task CalledOff_ShowsNothingThatWasNotShownBefore(string flags, bool counts)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"), ("comment", "hush"));
        await room.Says("Mara", "/poll cancel 1 really");
        foreach (var card in new[] { await room.Shared(1), await room.Seen("Tom", 1), await room.Seen("Mara", 1) })
            Assert.Contains(counts ? "\n1 | a | 1\n" : "\n1 | a\n", card.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommentAlone_IsNoAnswer_NeitherToSeeOthersNorForTheQuorum()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --hidden-until-voted --quorum 2");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Tom", 1, ("comment", "hm"));
        Assert.Contains("\n1 | a\n", (await room.Seen("Tom", 1)).Text(), StringComparison.Ordinal);
        Assert.Contains("Answered (1): Luna", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.Contains("No result: 1 of the 2 ballots of the quorum.", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BallotOfADroppedOption_CountsNoMore_AndIsOwedAgain()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Opens("Mara", "/poll Which? | a | b | c --required Luna --quorum 1");
        await room.Votes("Luna", 1, ("choice", "3"));
        await room.Says("Mara", "/poll drop 1 option 3");
        await room.Advance(2);
        Assert.True(room.Poll(1).Open);
        Assert.Contains("Answered (0): nobody yet\nNot yet: Luna (required)", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_AreSpokenOfBeforeOneAnswers()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Opens("Mara", "/poll Which now? | a | b --anonymous --hidden");
        Assert.Contains("Everyone sees who answers what, and comments.", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.Contains("Once it is closed comments are shown to everyone, without names.", (await room.Shared(2)).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--counts", true)]
    [InlineData("--anonymous --hidden-until-voted", true)]
    [InlineData("--counts --hidden", false)]
    [InlineData("", false)]
    public async Task CountsThatChangeInFrontOfAll_AreSpokenOf(string flags, bool said)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        Assert.Equal(said, (await room.Shared(1)).Text().Contains("Whoever watches counts change", StringComparison.Ordinal));
    }
}
