using System.Text.Json;

namespace MeetingBot.Teams.Activities;

/// <summary>What of untrusted JSON is there; null for what is not, or is of another kind.</summary>
internal static class JsonMembers
{
    public static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? CardFields.TextOf(text) : null;

    public static string? Text(JsonElement? element, string name) => Text(Member(element, name));
}
