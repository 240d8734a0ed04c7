using MeetingBot.Kit;

namespace MeetingBot.Polls;

/// <summary>A poll that its ballots end ends when they do, whatever made it so; one that is open again, by hand.</summary>
public sealed class PollEndsTests
{
    [Fact]
    public async Task Consensus_EndsWithTheBallotThatMakesTheQuorum_WhoeverGivesIt()
    {
        using var room = await Known();
        await room.Opens("Mara", "/poll Which? | a | b --required Luna --consensus --quorum 2");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        await room.Votes("Tom", 1, ("choice", "1"));
        await room.Advance(1);
        Assert.Equal(PollStatus.Decided, room.Poll(1).Status);
    }

    [Fact]
    public async Task DroppedOptionThatWasStillToBeAnswered_EndsIt()
    {
        using var room = await Known();
        await room.Opens("Mara", "/poll Which? | a | b | c --multiple --required Luna, Tom");
        await room.Votes("Luna", 1, ("choice", "1,2"));
        await room.Says("Mara", "/poll change 1 option 2 to bb");
        await room.Votes("Tom", 1, ("choice", "1"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        await room.Says("Mara", "/poll drop 1 option 2");
        await room.Advance(1);
        Assert.Contains("is closed: all have answered. Result: a (2 votes).", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenedAgain_ItIsClosedByHand_AndSaysSo()
    {
        using var room = await Known();
        await room.Opens("Mara", "/poll Which? | a | b --required Luna, Tom");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Tom", 1, ("choice", "2"));
        await room.Advance(1);
        Assert.False(room.Poll(1).Open);
        Assert.Contains("It does not close by its ballots any more.", await room.Says("Mara", "/poll reopen 1"), StringComparison.Ordinal);
        await room.Votes("Luna", 1, ("choice", "2"));
        await room.Advance(60);
        Assert.True(room.Poll(1).Open);
    }

    [Theory]
    [InlineData("--hidden", "close", true)]
    [InlineData("--hidden-until-voted", "close", true)]
    [InlineData("--hidden", "cancel 1 really", false)]
    [InlineData("", "close", false)]
    public async Task OpenedAgain_ItSaysThatWhatItsCloseHasTold_IsHiddenAgain(string flags, string ended, bool said)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Says("Mara", $"/poll {ended}");
        Assert.Equal(said, (await room.Says("Mara", "/poll reopen 1")).Contains("answers are hidden again", StringComparison.Ordinal));
    }

    private static async Task<Room> Known()
    {
        var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Says("Tom", "/agenda");
        return room;
    }
}
