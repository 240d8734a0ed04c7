using System.Text.Json;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>What <c>/export</c> gives: the rows of a group, by key.</summary>
public sealed record Export(IReadOnlyDictionary<string, JsonElement> Rows)
{
    /// <summary>The texts of the minutes, in their order.</summary>
    public IReadOnlyList<string> Lines => [.. Of("line").Select(row => row.GetProperty("text").GetString()!)];

    /// <summary>The titles of the agenda, in the order of their numbers.</summary>
    public IReadOnlyList<string> Agenda => [.. Of("item").Select(row => row.GetProperty("title").GetString()!)];

    /// <summary>Every row as text, to compare two exports.</summary>
    public IReadOnlyList<string> Everything => [.. Rows.Select(row => $"{row.Key} = {row.Value.GetRawText()}")];

    /// <summary>The values of the rows of one kind, in the order of their keys.</summary>
    public IEnumerable<JsonElement> Of(string kind) => Rows
        .Where(row => row.Key.StartsWith(kind + "|", StringComparison.Ordinal))
        .OrderBy(row => row.Key, StringComparer.Ordinal)
        .Select(row => row.Value);

    public static Export Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Export(document.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(
            row => row.GetProperty("key").GetString()!, row => row.GetProperty("value").Clone()));
    }
}
