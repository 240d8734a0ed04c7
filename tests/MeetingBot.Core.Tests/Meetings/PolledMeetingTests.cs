using MeetingBot.Kit;
using MeetingBot.Polls;

namespace MeetingBot.Meetings;

/// <summary>A poll decides on a first date for anybody; one that there is it moves only for who may move it by hand.</summary>
public sealed class PolledMeetingTests
{
    private const string ForTheChairs = "The meeting has a date, and to move it is for who chairs: Mara. They move it there with: /poll pick 1 option 1";

    [Theory]
    [InlineData("/meeting on 1 July at 15:00", "Tue 1 July, 15:00")]
    [InlineData("/meeting every Tuesday at 15:00 for 1h", "Tue 1 July, 15:00")]
    public async Task PickByAMember_ClosesThePoll_AndLeavesTheDateToTheChairs(string dated, string stays)
    {
        using var room = await ChairedByMara();
        await room.Says("Mara", dated);
        await room.Opens("Tom", "/poll \"Hijack\" 3 July 03:00, 4 July 03:00");
        await room.Votes("Luna", 1, ("o2", "yes"));
        var said = await room.Says("Tom", "/poll pick 1 option 1");
        Assert.Contains(ForTheChairs, said, StringComparison.Ordinal);
        Assert.Contains("is closed: Tom closed it. Result: Fri 4 July 03:00–04:00 (1 yes", said, StringComparison.Ordinal);
        Assert.Equal(PollStatus.Closed, room.Poll(1).Status);
        Assert.Equal(ForTheChairs, await room.Says("Tom", "/poll pick 1 option 1"));
        Assert.Contains(stays, await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);

        Assert.Contains("is decided", await room.Says("Mara", "/poll pick 1 option 1"), StringComparison.Ordinal);
        Assert.Contains("Thu 3 July, 03:00", await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rule-decides until Saturday noon")]
    [InlineData("--required Luna --rule-decides")]
    [InlineData("--required Luna --consensus")]
    public async Task PollOfAMemberThatDecidesByItself_TellsItsResult_AndTheDateWaitsForAChair(string flags)
    {
        using var room = await ChairedByMara();
        await room.Says("Luna", "/agenda");
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Opens("Tom", $"/poll \"Hijack\" 3 July 03:00 {flags}");
        await room.Votes("Luna", 1, ("o1", "yes"));
        await room.Advance(60 * 21);
        Assert.Equal(PollStatus.Closed, room.Poll(1).Status);
        Assert.EndsWith(ForTheChairs, room.Transcript[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Tue 1 July, 15:00", await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);
        await room.Press("Mara", (await room.Seen("Mara", 1)).Button("Meet Thu 3 July 03:00–04:00"));
        Assert.Contains("Thu 3 July, 03:00", await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PollOfAChairThatDecidesByItself_MovesTheMeeting()
    {
        using var room = await ChairedByMara();
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Opens("Mara", "/poll \"Another\" 3 July 10:00 until Saturday noon --rule-decides");
        await room.Votes("Luna", 1, ("o1", "yes"));
        await room.Advance(60 * 21);
        Assert.Contains("Thu 3 July, 10:00", await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstDate_IsAnybodysToPollFor()
    {
        using var room = await ChairedByMara();
        await room.Opens("Tom", "/poll \"When\" 3 July 10:00");
        Assert.Contains("is decided", await room.Says("Tom", "/poll pick 1 option 1"), StringComparison.Ordinal);
        Assert.Contains("Thu 3 July, 10:00", await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);
    }

    private static async Task<Room> ChairedByMara()
    {
        var room = new Room();
        await room.Says("Mara", "meeting start x");
        await room.Says("Mara", "meeting end");
        return room;
    }
}
