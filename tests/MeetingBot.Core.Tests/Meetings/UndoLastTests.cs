using MeetingBot.Kit;
using MeetingBot.Meetings.Lines;

namespace MeetingBot.Meetings;

/// <summary>What was sent at once is taken back at once.</summary>
public sealed class UndoLastTests
{
    [Fact]
    public async Task PastedBlock_IsTakenBackWhole()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: before");
        await room.Says("Mara", "note: of Mara");
        await room.Says("Luna", "ML - agree that we start\n* sub\n** subsub\nACTION: Jens to share the list\nRESOLVED: adopt");
        var told = await room.Says("Luna", "/undo");
        Assert.Matches("^Taken back: 5 lines of [0-9]{2}:[0-9]{2}, with action 1, from \"ML - agree that we start\"$", told);
        Assert.Equal(2, room.Table.Under(room.Partition, "line").Count);
        Assert.Equal("Taken back: before", await room.Says("Luna", "/undo"));
        Assert.Equal("Taken back: of Mara", await room.Says("Mara", "/undo"));
    }

    [Fact]
    public async Task LongestBlock_IsTakenBackWhole()
    {
        using var room = await Room.InMeeting();
        var lines = Enumerable.Range(1, RecordLines.MostLines).Select(n => $"ACTION: Jens to do {n}");
        Assert.StartsWith("Noted 80 lines", await room.Says("Luna", string.Join('\n', lines)), StringComparison.Ordinal);
        Assert.StartsWith("Taken back: 80 lines of ", await room.Says("Luna", "undo"), StringComparison.Ordinal);
        Assert.StartsWith("There is no line of yours", await room.Says("Luna", "undo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RESOLVED: adopt", "resolution \"adopt\" (item 1)")]
    [InlineData("AGREED: adopt", "agreement \"adopt\" (item 1)")]
    [InlineData("Topic: Tokens", "topic \"Tokens\" (item 1)")]
    [InlineData("ML - agree", "ML - agree")]
    [InlineData("note: x", "x")]
    public async Task OneLine_IsToldForWhatItIs(string said, string told)
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", "next");
        await room.Says("Luna", said);
        Assert.Equal("Taken back: " + told, await room.Says("Luna", "undo"));
    }
}
