using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>What the panel reads, and how little of it again.</summary>
public sealed class OverviewTests
{
    [Fact]
    public async Task Lines_AreAllCounted_AndOldOnesAreNotReadAtEveryLook()
    {
        using var room = await Room.InMeeting();
        for (var n = 0; n < 30; n++)
            await room.Bot.Turn(room.Message("Luna", string.Join('\n', Enumerable.Range(0, 80).Select(line => $"note: {n}-{line}"))));
        await room.Says("Luna", "ML - hello");
        await room.Advance(2);
        Assert.Equal(2_401, (await room.Overview()).MinutesLines);

        await room.Says("Luna", "note: one more");
        var before = room.Table.Calls.Count;
        var overview = await room.Overview();

        Assert.Equal(2_402, overview.MinutesLines);
        Assert.Equal("Luna, Mara, ML", string.Join(", ", overview.Present));
        Assert.Single(room.Table.Calls.Skip(before), call => call.Key.StartsWith("line|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Date_AndOpenPolls_AreThere()
    {
        using var room = new Room();
        Assert.Null((await room.Overview()).Next);
        await room.Says("Mara", "/meeting on Friday 4 July at 15:00 for 90 min");
        await room.Says("Luna", "/poll Which? | a | b");

        var overview = await room.Overview();
        Assert.Equal("Fri 4 July, 15:00–16:30 (Europe/Zurich)", overview.Next!.Said);
        Assert.EndsWith("/1.ics", overview.Next.File!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(new OverviewPoll(1, "Which?"), Assert.Single(overview.Polls));

        await room.Says("Luna", "/poll close 1");
        await room.Says("Mara", "/meeting cancel");
        overview = await room.Overview();
        Assert.Null(overview.Next);
        Assert.Empty(overview.Polls);
    }

    [Fact]
    public async Task LineTakenBack_IsNotCounted()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: one");
        await room.Says("Luna", "note: two");
        Assert.Equal(2, (await room.Overview()).MinutesLines);
        await room.Says("Luna", "undo");
        Assert.Equal(1, (await room.Overview()).MinutesLines);

        await room.Advance(5);
        Assert.Equal(1, (await room.Overview()).MinutesLines);
        await room.Says("Luna", "undo");
        await room.Advance(1);
        Assert.Equal(0, (await room.Overview()).MinutesLines);
    }
}
