using System.Buffers;
using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Polls;

public sealed class PollExportTests
{
    [Theory]
    [InlineData("", true, true)]
    [InlineData("--hidden", false, true)]
    [InlineData("--hidden-until-voted", false, true)]
    [InlineData("--counts", false, false)]
    [InlineData("--chair-sees", false, false)]
    [InlineData("--anonymous", false, false)]
    public async Task Ballots_AreExportedOnlyWhereAllMaySeeThem(string flags, bool whileOpen, bool closed)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"), ("comment", "hush"));
        await room.Says("Mara", "/poll nudge");
        await room.Advance(1);
        Assert.Equal(whileOpen, (await Export(room)).Contains("hush", StringComparison.Ordinal));
        Assert.Equal(whileOpen, (await Export(room)).Contains("ballot|00000001|web~007C~007Cluna", StringComparison.Ordinal));
        await room.Says("Mara", "/poll close");
        var export = await Export(room);
        Assert.Equal(closed, export.Contains("ballot|", StringComparison.Ordinal));
        Assert.Contains("\"question\": \"Which?\"", export, StringComparison.Ordinal);
        Assert.Contains("\"ballots\": 1", export, StringComparison.Ordinal);
        Assert.DoesNotContain("reminded", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgotten_NothingOfItIsLeft()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | until 144h");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Says("Mara", "/forget everything really");
        await room.Advance(1);
        await room.Advance(60 * 24 * 10);
        Assert.Equal(["now|group"], room.Table.Under(room.Partition).Select(row => row.RowKey));
    }

    [Fact]
    public async Task WhatWasShownToOnePersonAlone_IsNotExported_NorAnAddressThatOpensAPage()
    {
        using var room = new Room();
        await room.Says("Mara", "/agenda");
        var page = new string('A', 22);
        await room.Table.CommitAsync(
            room.Partition,
            [
                new Tables.RowChange.Upsert("post|1", Encoding.UTF8.GetBytes($$"""{"text":"hush","onlyFor":"luna"}""")),
                new Tables.RowChange.Upsert("post|2", Encoding.UTF8.GetBytes(
                    $$"""{"text":"to all: https://x/calendar/{{page}}.ics https://x/ballot/{{page}} https://x/calendar/{{page}}/3.ics","onlyFor":null}""")),
            ],
            CancellationToken.None);
        var export = await Export(room);
        Assert.DoesNotContain("hush", export, StringComparison.Ordinal);
        Assert.Contains("to all", export, StringComparison.Ordinal);
        Assert.DoesNotContain(page, export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinksOfGuests_AreNotExported_WhoeverWasToldThem()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        var token = await room.Invites("Mara", "Anna Berg");
        await room.Sends(await room.Page(token), ("choice", "1"));
        var address = $"https://bot.example/ballot/{token}";
        var told = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { text = $"Anna Berg: {address}\nhttps://bot.example/calendar/{token}.ics" });
        await room.Table.CommitAsync(room.Partition, [new Tables.RowChange.Insert("post|1", told)], CancellationToken.None);
        var export = await Export(room);
        Assert.DoesNotContain(token, export, StringComparison.Ordinal);
        Assert.Contains(@"Anna Berg: https://bot.example/ballot/\u2026", export, StringComparison.Ordinal);
        Assert.Contains("ballot|00000001|guest", export, StringComparison.Ordinal);
    }

    private static async Task<string> Export(Room room)
    {
        var output = new ArrayBufferWriter<byte>();
        var rule = await PollExport.RuleAsync(room.Table, room.Group, CancellationToken.None);
        await GroupExport.WriteAsync(
            room.Table, room.Group, FakeTime.Start, rule, output, () => ValueTask.CompletedTask, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
