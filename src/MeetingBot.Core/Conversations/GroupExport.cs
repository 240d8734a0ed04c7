using System.Buffers;
using System.Text.Json;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Everything that is kept of a group, as one JSON object: for each kind of row its key and its value.
/// </summary>
public static class GroupExport
{
    // How messages travel is the machine's business, not the group's; the address of a calendar opens it to whoever has
    // it.
    private static readonly string[] Mechanics = ["seen", "out", "timer", "card", "claim", "door", "pace", "feed"];

    /// <summary>Writes <c>{"exportedAt", "group", "rows": [{"kind", "key", "value"}]}</c>.</summary>
    /// <param name="mayShow">Whether a row is for everybody of the group, such as a ballot that is not hidden.</param>
    public static async ValueTask WriteAsync(
        ITable table, GroupId group, Instant now, Func<Row, bool> mayShow, IBufferWriter<byte> output,
        Func<ValueTask> flush, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("exportedAt", now.ToString());
        json.WriteStartObject("group");
        json.WriteString("platform", group.Platform);
        json.WriteString("tenant", group.Tenant);
        json.WriteString("conversation", group.Conversation);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        await foreach (var row in table.QueryAllAsync(group.PartitionKey, KeyRange.All, cancel))
        {
            var kind = row.RowKey[..Math.Max(0, row.RowKey.IndexOf(TableKey.Separator, StringComparison.Ordinal))];
            if (Mechanics.Contains(kind) || !mayShow(row)) continue;
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("key", row.RowKey);
            json.WritePropertyName("value");
            // Written anew, not as stored: this writer escapes what reorders or ends something where the file is shown.
            using (var value = JsonDocument.Parse(row.Data)) Write(value.RootElement, kind, json);
            json.WriteEndObject();
            if (json.BytesPending < 32_000) continue;
            json.Flush();
            await flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await flush();
    }

    // The token of the minutes' address opens them to whoever has it, long after the export is forgotten in a mailbox.
    private static void Write(JsonElement value, string kind, Utf8JsonWriter json)
    {
        if (kind != "now" || value.ValueKind is not JsonValueKind.Object)
        {
            value.WriteTo(json);
            return;
        }
        json.WriteStartObject();
        foreach (var property in value.EnumerateObject().Where(property => !property.NameEquals("link")))
            property.WriteTo(json);
        json.WriteEndObject();
    }
}
