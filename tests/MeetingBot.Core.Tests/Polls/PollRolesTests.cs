using MeetingBot.Kit;

namespace MeetingBot.Polls;

public sealed class PollRolesTests
{
    [Fact]
    public async Task WhoStartsAMeeting_GetsNoPollOfOthers()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start x");
        await room.Says("Mara", "meeting end");
        await room.Opens("Anna", "/poll Which? | a | b --chair-sees");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Says("Tom", "meeting start y");
        Assert.Contains("\n1 | a | 1\n", (await room.Seen("Tom", 1)).Text(), StringComparison.Ordinal);
        Assert.Equal("That is for who opened Poll 1, \"Which?\", or chairs: Anna and Mara.", await room.Says("Tom", "/poll close 1"));
        Assert.Contains("\n1 | a | 1: Luna\n", (await room.Seen("Mara", 1)).Text(), StringComparison.Ordinal);
        Assert.Contains("\n1 | a | 1: Luna\n", (await room.Seen("Anna", 1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowOfHands_IsItsMeetingsChairsToo_ButSeenByNoMore()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start x");
        await room.Says("Mara", "meeting end");
        await room.Says("Tom", "meeting start y");
        await room.Says("Luna", "/hands Adopt it? --chair-sees");
        await room.Votes("Jens", 1, ("choice", "1"));
        Assert.Equal("That is for who opened Show of hands 1, \"Adopt it?\", or chairs: Luna, Mara and Tom.", await room.Says("Jens", "/poll close 1"));
        Assert.Contains("\n1 | For | 1\n", (await room.Seen("Tom", 1)).Text(), StringComparison.Ordinal);
        Assert.Contains("is closed: Tom closed it.", await room.Says("Tom", "/poll close 1"), StringComparison.Ordinal);
    }
}
