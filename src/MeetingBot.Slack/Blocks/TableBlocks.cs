using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Draws a table: as <c>table</c> blocks, each with its header and one a message, or as a list of its rows where there
/// can be no such block.
/// </summary>
internal static class TableBlocks
{
    // A cell holds at least one character.
    private const string Nothing = "\u2013";

    public static IEnumerable<Block> Tables(CardTable table)
    {
        var width = Width(table);
        var head = Cells(table.Headers, width);
        var room = BlockLimits.TableText - Length(head);
        var rows = table.Rows.Select(row => Cells(row, width)).ToList();
        if (width is 0 or > BlockLimits.TableCells || rows.Any(row => Length(row) > room)) return Lines(table);
        if (rows.Count == 0) return [BlockOf(head, [])];
        return Parted(rows, room).Select(part => BlockOf(head, part));
    }

    public static IEnumerable<Block> Lines(CardTable table)
    {
        var width = Width(table);
        return RichText.Blocks(
        [
            RichLine.Of(Joined(table.Headers, table.Headers.Length), bold: true),
            .. table.Rows.Select(row => new RichLine([new RichRun(Joined(row, width))], Depth: 0)),
        ]);
    }

    private static IEnumerable<List<ImmutableArray<string>>> Parted(List<ImmutableArray<string>> rows, int room)
    {
        var (part, left) = (new List<ImmutableArray<string>>(), room);
        foreach (var row in rows)
        {
            if (part.Count == BlockLimits.TableRows - 1 || Length(row) > left)
            {
                yield return part;
                (part, left) = ([], room);
            }
            part.Add(row);
            left -= Length(row);
        }
        yield return part;
    }

    private static Block BlockOf(ImmutableArray<string> head, List<ImmutableArray<string>> rows) =>
        Block.Of("table", writer => Write(writer, head, rows)) with { IsTable = true };

    private static void Write(
        Utf8JsonWriter writer, ImmutableArray<string> head, List<ImmutableArray<string>> rows)
    {
        writer.WriteStartArray("column_settings"u8);
        foreach (var _ in head)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("is_wrapped"u8, true);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("rows"u8);
        WriteRow(writer, head);
        foreach (var row in rows) WriteRow(writer, row);
        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, ImmutableArray<string> cells)
    {
        writer.WriteStartArray();
        foreach (var cell in cells)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "raw_text"u8);
            writer.WriteString("text"u8, cell);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static int Width(CardTable table) =>
        table.Rows.Select(row => row.Length).Append(table.Headers.Length).Max();

    private static string Joined(ImmutableArray<string> cells, int width) =>
        string.Join(" \u00B7 ", Cells(cells, width));

    private static ImmutableArray<string> Cells(ImmutableArray<string> cells, int width) =>
    [
        .. cells.Select(cell => string.IsNullOrWhiteSpace(ShownText.Plain(cell)) ? Nothing : ShownText.Plain(cell)),
        .. Enumerable.Repeat(Nothing, width - cells.Length),
    ];

    // What a cell is beside its text counts for the message.
    private static int Length(ImmutableArray<string> cells) =>
        cells.Sum(cell => ShownText.Length(cell) + "raw_text".Length);
}
