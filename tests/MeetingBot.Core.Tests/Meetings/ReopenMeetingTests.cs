using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>A meeting that ended too early goes on, until another has started.</summary>
public sealed class ReopenMeetingTests
{
    [Fact]
    public async Task Reopened_TakesLinesAndEndsAgainWithAllOfThem()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        await room.Says("Luna", "note: first");
        await room.Says("Mara", "meeting end");
        Assert.Contains("go on with the last one: /meeting reopen", await room.Says("Luna", "note: forgotten"), StringComparison.Ordinal);
        Assert.Contains("Mara", await room.Says("Luna", "/meeting reopen"), StringComparison.Ordinal);
        await room.Says("Luna", "agenda add For the next one");

        Assert.StartsWith("Kick-off goes on", await room.Says("Mara", "resume meeting"), StringComparison.Ordinal);
        await room.Says("Luna", "note: forgotten");
        Assert.Equal("Now 2. Two", await room.Says("Mara", "next"));
        var end = await room.Says("Mara", "meeting end");
        Assert.Contains("first", end, StringComparison.Ordinal);
        Assert.Contains("forgotten", end, StringComparison.Ordinal);
        Assert.Equal(["For the next one"], (await room.Overview()).Agenda.Select(item => item.Title));
        Assert.StartsWith("Meeting 2 has started", await room.Says("Mara", "meeting start"), StringComparison.Ordinal);
        Assert.Contains("is running already", await room.Says("Mara", "/meeting reopen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnEndedMeeting_ThereIsNothingToReopen()
    {
        using var room = new Room();
        Assert.Equal("No meeting has ended yet. Start one: /meeting start", await room.Says("Mara", "/meeting reopen"));
        Assert.Equal("No meeting is running. Start one: /meeting start", await room.Says("Mara", "note: early"));
    }
}
