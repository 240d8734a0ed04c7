using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>A message of hundreds of lines that is deleted or made shorter: all that is to go goes, part by part.</summary>
public sealed class LongRevisionsTests
{
    // So many that they are cut into turns: at the commands between them.
    private static string Notes(int count, string word = "line") => string.Join(
        "\n/present Tom\n",
        Enumerable.Range(1, count).Select(n => $"note: {word} {n}").Chunk(70).Select(chunk => string.Join('\n', chunk)));

    private static async Task<IncomingMessage> Said(Room room, string who, string text)
    {
        var said = room.Message(who, text);
        await room.Hears(said);
        return said;
    }

    private static async Task<string> Edits(Room room, IncomingMessage said, string now) => await room.Hears(
        said with { DeliveryId = $"edit {said.DeliveryId} {now.GetHashCode(StringComparison.Ordinal)}", Text = now, Revises = said.MessageId });

    private static IReadOnlyList<string> Lines(Room room) =>
        [.. room.Table.Under(room.Partition, "line").Select(row => MinuteRows.Read(row).Text)];

    private static void NothingLeft(Room room)
    {
        Assert.Empty(room.Table.Under(room.Partition, "revised"));
        Assert.DoesNotContain(room.Table.Under(room.Partition, "timer"), row => row.RowKey.Contains("lines left", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(91)]
    [InlineData(250)]
    public async Task DeletedMessage_GoesWhole_AndIsToldOnce(int lines)
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Mara", "note: before");
        var said = await Said(room, "Luna", Notes(lines - 1) + "\nACTION: Mara to write it down");
        Assert.Equal(lines, Lines(room).Count);
        Assert.Matches($"^Taken back with its message: {lines} lines of [0-9]{{2}}:[0-9]{{2}}, with action 1, from \"line 1\"$", await Edits(room, said, ""));
        await room.Advance(1);
        Assert.Equal(["before"], Lines(room));
        Assert.Empty(room.Table.Under(room.Partition, "action"));
        Assert.Single(room.Bot.Channel.Sent, sent => sent.Message.Text.Contains("Taken back", StringComparison.Ordinal));
        NothingLeft(room);
    }

    [Fact]
    public async Task ShorterMessage_KeepsWhatItSaysNow()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", Notes(250));
        await room.Says("Mara", "note: behind");
        Assert.Equal("✓ Corrected: 40 lines.", await Edits(room, said, Notes(40, "now")));
        await room.Advance(1);
        Assert.Equal([.. Enumerable.Range(1, 40).Select(n => $"now {n}"), "behind"], Lines(room));
        NothingLeft(room);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(3)]
    [InlineData(0)]
    public async Task EditedAgainBeforeTheRestIsGone_ItSaysWhatItSaysLast(int last)
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", Notes(250));
        await Edits(room, said, Notes(10, "now"));
        Assert.NotEmpty(room.Table.Under(room.Partition, "revised"));
        await Edits(room, said, Notes(last, "last"));
        await room.Advance(1);
        Assert.Equal(Enumerable.Range(1, last).Select(n => $"last {n}"), Lines(room));
        NothingLeft(room);
    }

    [Fact]
    public async Task KillBetweenTheParts_LosesNothing()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", Notes(400));
        var cut = 0;
        await Edits(room, said, "");
        room.Table.Faults = call => call.Kind == "commit" && call.Changes.Any(change => change is RowChange.Delete { RowKey: var key } && key.StartsWith("line|", StringComparison.Ordinal))
            ? (Fault)(++cut % 4 % 3) : Fault.None;
        for (var minute = 0; minute < 10; minute++) await room.Advance(1);
        Assert.True(cut > 4);
        Assert.Empty(Lines(room));
        NothingLeft(room);
    }

    [Fact]
    public async Task MeetingThatIsClosedMeanwhile_KeepsTheRest_AndSaysSo()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", Notes(250));
        await Edits(room, said, "");
        await room.Says("Mara", "/meeting end");
        await room.Advance(1);
        Assert.Equal(160, Lines(room).Count);
        Assert.Contains(room.Bot.Channel.Sent, sent => sent.Message.Text.Contains("the rest of them stands in its minutes", StringComparison.Ordinal));
        NothingLeft(room);
    }

    [Fact]
    public async Task WhatIsLeft_IsInNoExport()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", Notes(250));
        await Edits(room, said, "");
        Assert.NotEmpty(room.Table.Under(room.Partition, "revised"));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        Assert.DoesNotContain("\"revised", System.Text.Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }
}
