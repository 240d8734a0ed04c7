using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>Minutes pasted whole: who said what, one receipt, one undo, and what is no part of them.</summary>
public sealed class PastedBlockTests
{
    private static string Shown(string text) => string.Join('\n', MinutesGrammar.Read(text, out _).Select(line =>
        (line.Kind is MinuteKind.Note ? "" : line.Kind + " ") + (line.Continues ? "+" : "") + (line.Speaker is { } who ? who + ": " : "") + line.Text));

    [Theory]
    [InlineData("ML - first\ngoes on\n\nLuna disagrees", "ML: first\n+goes on\nLuna disagrees")]
    [InlineData("ML - first\n\nof nobody\ngoes on", "ML: first\nof nobody\n+goes on")]
    [InlineData("ML - first\n \t\nof nobody", "ML: first\nof nobody")]
    [InlineData("ML - first\nLuna disagrees, think\nDC would like to agree", "ML: first\nLuna disagrees, think\nDC would like to agree")]
    [InlineData("ML - first\n* one\n* two\n\nof nobody", "ML: first\n+* one\n+* two\nof nobody")]
    [InlineData("ML - first\n\n* one\n* two\nand three", "ML: first\n+* one\n+* two\n+and three")]
    [InlineData("ML - first\nDC -\n\nLuna - second", "ML: first\nLuna: second")]
    [InlineData("ML - first\nDC -\nwhat DC said\ngoes on", "ML: first\nDC: what DC said\n+goes on")]
    [InlineData("ML - first\nAssets:\n* one", "ML: first\n+Assets:\n+* one")]
    [InlineData("Topic: T\n* one\n* two", "Topic T\n* one\n+* two")]
    public void BlankLine_EndsWhatSomebodySaid(string text, string lines) => Assert.Equal(lines, Shown(text));

    [Fact]
    public async Task WholeFile_IsOneReceiptAndOneUndo()
    {
        using var room = await Room.InMeeting();
        // Five are no lines of the minutes; one gives two actions.
        var lines = TypedMinutes.Lines.Count() - 4;
        Assert.Equal(
            $"Noted {lines} lines, with action 1. Luna: share a document and 2. all: work on the document. "
                + "Present: Matti, Maren, DavidC, DaveK, DaveD, TomD, Luna and Jens. "
                + "Left out as the document's title and date: \"Token Group June 2025\" and \"27th June 2025\".",
            await room.Says("Luna", TypedMinutes.Text));
        var minutes = (await room.Minutes())!;
        Assert.Equal(["Risk analysis kick-off", "Next steps", "Next Meeting"], minutes.Sections.Select(section => section.Heading));
        Assert.Equal((null, "Luna disagrees, think we should focus on tokens."), minutes.Sections[0].Lines.Select(line => (line.Speaker, line.Text)).ElementAt(2));
        Assert.StartsWith($"Taken back: {lines} lines", await room.Says("Luna", "/undo"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Theory]
    [InlineData("# June meeting\n## Scopes\nML - first", "Scopes")]
    [InlineData("# June meeting\n### 27th June 2025\n## Scopes\nML - first", "Scopes")]
    [InlineData("## 27 June 2025\nML - first", "")]
    [InlineData("# Friday, June 27, 2025\nML - first", "")]
    [InlineData("# 2025-06-27\nML - first", "")]
    [InlineData("# Scopes\nML - first", "Scopes")]
    [InlineData("## Scopes\n### Lifetimes\nML - first", "Lifetimes")]
    [InlineData("## Scopes\nML - first\n## 28 June 2025\nDC - second", "Scopes|28 June 2025")]
    [InlineData("# Scopes\nML - first\n# Lifetimes\nDC - second", "Scopes|Lifetimes")]
    public async Task TitleAndDate_AreNoTopics(string text, string headings)
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", text);
        Assert.Equal(headings, string.Join('|', (await room.Minutes())!.Sections.Where(section => section.Lines.Length > 0).Select(section => section.Heading)));
    }

    [Fact]
    public async Task PasteWithCommandsBetween_IsTakenBackWhole()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Luna", "note: before");
        await room.Says("Luna", "ML - first\nDC - second\n/agenda\nDK - third\nACTION: Bo to wait");
        Assert.Equal(4, room.Table.Under(room.Partition, "line").Count);
        Assert.StartsWith("Taken back: 4 lines of ", await room.Says("Luna", "/undo"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "action"));
        Assert.Equal("Taken back: before", await room.Says("Luna", "/undo"));
    }

    [Fact]
    public async Task CommandAndStatements_AreBoth()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start Kick-off\nML - first\nDC - second");
        Assert.Equal("Kick-off", (await room.Minutes())!.Title);
        Assert.Equal(2, room.Table.Under(room.Partition, "line").Count);
    }
}
