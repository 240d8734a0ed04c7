using System.Diagnostics;
using MeetingBot.Kit;

namespace MeetingBot.Conversations;

/// <summary>A message may be as long as a request: it is read quickly, and what can't be taken is answered so.</summary>
public sealed class LongTextTests
{
    private const int Longest = 1024 * 1024;

    public static TheoryData<string> Pieces =>
    [
        "a\n", "- a\n", "* a\n", "* ", "ACTION: x\n", "ML - x\n", "agenda add x\n", "next\n", "1", "1 ", "@", "@a ", "a", "A", " ", "\n", "-", "/", "…", "A-",
        "RESOLVED: x\n", "**A** x\n", "# x\n", "12:00 ", "5m ", "and ", ", ", "(", "\"a\" ",
    ];

    private static readonly string[] Heads =
        ["", "agenda add a\n", "/agenda add ", "ACTION: ", "/"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void MessageOfAMebibyte_IsReadAtOnce(string piece)
    {
        using var room = new Room();
        foreach (var head in Heads)
        foreach (var length in new[] { Longest, 690_000 })
        {
            var message = room.Message("Mara", head + string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
            var watch = Stopwatch.StartNew();
            foreach (var part in MeetingCommands.Reader.Parts(message)) MeetingCommands.Reader.Read(part);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for {length} of '{head}'");
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void FieldOfAMebibyte_IsReadAtOnce(string piece)
    {
        using var room = new Room();
        var text = string.Concat(Enumerable.Repeat(piece, Longest / piece.Length));
        string[] names = ["text", "title", "presenter", "owner", "minutes", "zone", "chairs", "name", "item"];
        foreach (var form in MeetingCommands.Reader.Table.Forms)
        {
            var watch = Stopwatch.StartNew();
            MeetingCommands.Reader.Read(room.Pressed("Mara", form.Words, [.. names.Select(name => (name, text))]));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for '{form.Words}'");
        }
    }

    [Theory]
    [InlineData("note: a\n")]
    [InlineData("agenda add a\n")]
    [InlineData("/frobnicate ")]
    [InlineData("Luna was late\nML - x\n")]
    public async Task WhatIsTooLong_IsAnsweredSo_AndNothingOfItIsDone(string head)
    {
        using var room = await Room.InMeeting();
        var before = room.Table.Under(room.Partition, "line").Count + room.Table.Under(room.Partition, "item").Count;

        var told = await room.Says("Mara", head + string.Concat(Enumerable.Repeat("note: more\n", 70_000)));

        Assert.Contains("770,0", told, StringComparison.Ordinal);
        Assert.Contains("nothing of it was done", told, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, room.Table.Under(room.Partition, "line").Count + room.Table.Under(room.Partition, "item").Count);
    }

    [Fact]
    public async Task TalkThatIsTooLong_IsLeftAlone()
    {
        using var room = await Room.InMeeting();

        Assert.Equal("", await room.Hears(room.Message("Mara", string.Concat(Enumerable.Repeat("la la ", 140_000))) with { Bare = false }));
    }
}
