using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>Agendas that were copied from a page.</summary>
public sealed class AgendaLinesTests
{
    private const string Page = """
        Room 31 (second floor)

        Mara Lind, Jens Holm
            • 9:00 AM 9:30 AM

              Introduction, and progress made since the last meeting

            • 9:30 AM 10:30 AM
              Round-table: what the sites do

              Several tasks have been found.
              How do we share the load?
              - Communication with the sites
              • Is the list complete?

            • 10:30 AM 11:00 AM
              Coffee break 30m
            • 11:00 AM 12:00 PM
              Round-table: reporting

              (https://example.org/reports)
            • 12:00 PM 12:15 PM
              AOB and next meeting
        """;

    [Fact]
    public void CopiedPage_HasTheItemsBehindItsTimes() => Assert.Equal(
        [
            ("Introduction, and progress made since the last meeting", 30), ("Round-table: what the sites do", 60),
            ("Coffee break", 30), ("Round-table: reporting", 60), ("AOB and next meeting", 15),
        ],
        Read(Page));

    [Theory]
    [InlineData("15:50\nTokens\nabout lifetimes\n16:10\nKeys\nabout keys", "Tokens|Keys")]
    [InlineData("15:50-16:30\nTokens\nabout\n16:30 – 17:00\nKeys\nabout", "Tokens 40|Keys 30")]
    [InlineData("15:50 → 16:30\nTokens\n30m\nSpeaker: somebody\n16:30 → 17:00\nKeys\n30m\nabout", "Tokens 30|Keys 30")]
    [InlineData("30'\nTokens\nabout\n15'\nKeys\nabout", "Tokens 30|Keys 15")]
    [InlineData("Tokens\nKeys 15m\nAOB", "Tokens|Keys 15|AOB")]
    [InlineData("15:50-16:30\nTokens\nKeys", "Tokens 40|Keys")]
    [InlineData("15:50-16:30 Tokens\nKeys\n16:30-17:00 AOB", "Tokens 40|Keys|AOB 30")]
    public void Lines_AreItemsOrWhatDescribesThem(string pasted, string items) =>
        Assert.Equal(items, string.Join('|', Read(pasted).Select(item => $"{item.Title} {item.Minutes}".TrimEnd())));

    [Fact]
    public async Task Limit_CountsItemsNotLines()
    {
        using var room = new Room();
        var items = Enumerable.Range(1, 20).Select(n => $"9:00 AM 9:30 AM\nItem {n}\nabout\nand about");
        await room.Asks("Mara", "agenda add " + string.Join('\n', items));
        Assert.Equal(20, (await room.Overview()).Agenda.Length);
    }

    private static IEnumerable<(string Title, int? Minutes)> Read(string pasted) => AgendaLines.Items(pasted)
        .Select(line => AgendaItemText.Read(line, []))
        .Select(item => (item.Title, (int?)item.Timebox?.TotalMinutes));
}
