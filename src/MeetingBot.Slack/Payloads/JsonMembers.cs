using System.Text.Json;
using System.Text.Unicode;

namespace MeetingBot.Slack.Payloads;

/// <summary>What of untrusted JSON is there; null for what is not, or is of another kind.</summary>
internal static class JsonMembers
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>
    /// The object, or null when the bytes are none: no UTF-8, no JSON, too deep, or a field twice.
    /// </summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        // What is kept as raw JSON would otherwise fail only when it is looked at.
        if (!Utf8.IsValid(utf8.Span)) return null;
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter of a name that spells no text: names are compared to find one that is there twice.
            return null;
        }
    }

    public static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var value) ? value : null;

    public static JsonElement? Member(JsonElement? element, string name, string below) =>
        Member(Member(element, name), below);

    public static IEnumerable<JsonElement> Items(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Fields(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } o ? o.EnumerateObject() : [];

    /// <summary>The string, or null where it is none or its escapes spell no text (half a surrogate pair).</summary>
    public static string? Text(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } text) return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement? element, string name) => Text(Member(element, name));

    public static string? Text(JsonElement? element, string name, string below) =>
        Text(Member(element, name, below));

    public static bool Is(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.True };
}
