using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Everything that is kept of a group, as one JSON object: for each kind of row its key and its value.
/// </summary>
public static partial class GroupExport
{
    // How messages travel is the machine's business, not the group's; the address of a calendar, or of a guest's
    // page, opens it to whoever has it. Busy times, and what
    // somebody scored, are nobody's but who gave them.
    private static readonly string[] Mechanics =
        [
            "seen", "out", "timer", "card", "claim", "door", "posted", "pace", "feed", "guest", "busy", "tally",
            "score", "share", "importing", "link", "revised",
        ];

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
            if (Mechanics.Contains(kind) || IsUnderWay(row) || !mayShow(row)) continue;
            using var value = JsonDocument.Parse(row.Data);
            if (IsPrivate(value.RootElement)) continue;
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("key", row.RowKey);
            json.WritePropertyName("value");
            // Written anew, not as stored: this writer escapes what reorders or ends something where the file is shown.
            Write(value.RootElement, kind, json);
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

    // Who is being forgotten, or whose accounts are being joined.
    private static bool IsUnderWay(Row row) =>
        row.RowKey == GroupRows.DeparturesKey || row.RowKey == GroupRows.MergesKey;

    /// <summary>The id of the one person to whom a room has shown what the row holds; null for everybody.</summary>
    public static string? OnlyFor(Row row)
    {
        using var value = JsonDocument.Parse(row.Data);
        return IsPrivate(value.RootElement) ? value.RootElement.GetProperty("onlyFor").GetString() : null;
    }

    // What a room has shown to one person alone is theirs, whoever asks for the export.
    private static bool IsPrivate(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object
        && value.TryGetProperty("onlyFor", out var person) && person.ValueKind is not JsonValueKind.Null;

    // The address of the minutes, or of a report, opens them to whoever has it, long after the export is forgotten in a
    // mailbox: neither its token is written nor, wherever somebody was told it, the address. By what tells who was
    // forgotten from others (Departure.TraceOf), whoever knows the members finds who it was.
    private static void Write(JsonElement value, string kind, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    if (IsSecret(kind, property)) continue;
                    json.WritePropertyName(property.Name);
                    Write(property.Value, "", json);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray()) Write(element, "", json);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(PageToken().Replace(value.GetString()!, "…"));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static bool IsSecret(string kind, JsonProperty property) => kind switch
    {
        "now" => property.NameEquals("link"),
        "assessment" => property.NameEquals("links"),
        "round" or "poll" => property.NameEquals("gone"),
        // Of a button: the code of another group's catalogue.
        _ => property is { Name: "from", Value.ValueKind: JsonValueKind.String }
            && Token().IsMatch(property.Value.GetString()!),
    };

    [GeneratedRegex(@"^[A-Za-z0-9_-]{22}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // 128 bits as base64url are 22 characters.
    [GeneratedRegex(
        @"(?<=/(?:minutes|export|calendar|ballot|score|report)/|\bimport (?:assets |threats )?from )"
            + @"[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex PageToken();
}
