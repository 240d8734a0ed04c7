using MeetingBot.Kit;

namespace MeetingBot.Polls;

/// <summary>Who has still to answer is the same for the card, a reminder and the end of the poll.</summary>
public sealed class OwedAnswersTests
{
    [Fact]
    public async Task WhoIsToAnswerAgain_IsMissingOnTheCard_WhileThePollWaitsForThem()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Says("Tom", "/agenda");
        await room.Opens("Mara", "/poll \"When\" Tue 1 July 10:00, Wed 2 July 10:00 --required Luna, Tom");
        await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "no"));
        await room.Says("Mara", "/poll change 1 option 1 to Thu 3 July 10:00");
        await room.Votes("Tom", 1, ("o1", "yes"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        Assert.Contains("Answered (1): Tom\nNot yet: Luna (required)", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.Equal("To be reminded in their daytime, at most once a day: Luna.", await room.Says("Mara", "/poll nudge"));
        await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "no"));
        await room.Advance(1);
        Assert.False(room.Poll(1).Open);
        Assert.Contains("Answered (2): Luna, Tom", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutNamedVoters_AllWhoAreKnownAreWaitedFor_OnTheCardAsInTheReminder()
    {
        using var room = new Room();
        await room.Says("Tom", "/agenda");
        await room.Says("Luna", "/agenda");
        await room.Opens("Mara", "/poll \"When\" Tue 1 July 10:00, Wed 2 July 10:00");
        Assert.Contains("Answered (0): nobody yet\nNot yet: Luna, Mara, Tom", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        await room.Votes("Mara", 1, ("o1", "yes"));
        Assert.Contains("Answered (1): Mara\nNot yet: Luna, Tom", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.Contains("Not yet: Luna, Tom", (await room.Seen("Tom", 1)).Text(), StringComparison.Ordinal);
        Assert.Equal("To be reminded in their daytime, at most once a day: Luna, Tom.", await room.Says("Mara", "/poll nudge"));
        await room.Says("Mara", "/poll close 1");
        Assert.DoesNotContain("Not yet", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAnAnonymousPoll_NobodyIsNamed()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll \"When\" Tue 1 July 10:00, Wed 2 July 10:00 --anonymous");
        Assert.DoesNotContain("Not yet", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }
}
