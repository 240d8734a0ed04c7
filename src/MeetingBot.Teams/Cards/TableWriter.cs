using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Writes a Table whose first row is its header. That is the default, and stays unsaid: the schema and the clients
/// spell the property differently.
/// </summary>
internal static class TableWriter
{
    public static void Write(Utf8JsonWriter writer, CardTable table)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Table"u8);
        writer.WriteBoolean("showGridLines"u8, true);
        writer.WriteStartArray("columns"u8);
        for (var i = 0; i < table.Headers.Length; i++) WriteColumn(writer);
        writer.WriteEndArray();
        writer.WriteStartArray("rows"u8);
        WriteRow(writer, table.Headers, strong: true);
        foreach (var row in table.Rows) WriteRow(writer, row, strong: false);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("width"u8, 1);
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, ImmutableArray<string> cells, bool strong)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "TableRow"u8);
        writer.WriteStartArray("cells"u8);
        foreach (var cell in cells)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "TableCell"u8);
            writer.WriteStartArray("items"u8);
            CardTextWriter.StartRuns(writer);
            CardTextWriter.WriteRun(writer, cell, strong);
            CardTextWriter.EndRuns(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
