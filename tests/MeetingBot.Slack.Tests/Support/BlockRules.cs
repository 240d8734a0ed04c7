using System.Text.Json;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>What Slack refuses of blocks. Source: Slack, "Block Kit", the limits of each block and element.</summary>
internal static class BlockRules
{
    private const int MostText = 13_200;

    /// <summary>The first thing that is wrong with a view; null for nothing.</summary>
    public static string? OfView(JsonElement view, string type)
    {
        if (Text(view, "type") != type) return $"a view of type {Text(view, "type")}";
        if (type == "modal" && (Long(view, "title", 24) ?? Long(view, "close", 24)) is { } head) return head;
        // Source: Slack, "Views": a home has neither title, submit nor close.
        if (type == "home" && Array.Exists(["title", "submit", "close"], name => view.TryGetProperty(name, out _)))
            return "a field that a home does not have";
        if (Text(view, "private_metadata") is { Length: > 3_000 } || Text(view, "callback_id") is { Length: > 255 })
            return "a long private_metadata or callback_id";
        return view.GetRawText().Length > 250_000 ? "a view over 250 KB" : Problem(view.GetProperty("blocks"), 100);
    }

    /// <summary>The first thing that is wrong with blocks; null for nothing.</summary>
    /// <param name="most">50 in a message, 100 in a view.</param>
    public static string? Problem(JsonElement blocks, int most)
    {
        if (blocks.ValueKind != JsonValueKind.Array) return "blocks is no array";
        if (blocks.GetArrayLength() is var count && (count == 0 || count > most)) return $"{count} blocks";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks.EnumerateArray())
        {
            if (Text(block, "block_id") is { } id && (id.Length > 255 || !ids.Add(id))) return $"block_id {id}";
            if (OfBlock(block) is { } problem) return problem;
        }
        return most == 50 && TextLength(blocks) > MostText ? "msg_blocks_too_long" : null;
    }

    private static string? OfBlock(JsonElement block) => Text(block, "type") switch
    {
        "section" => Long(block, "text", 3_000) ?? (Count(block, "fields") > 10 ? "over 10 fields" : null),
        "header" => Long(block, "text", 150),
        "context" => Count(block, "elements") is 0 or > 10 ? "elements of context" : null,
        "actions" => Elements(block),
        "input" => Long(block, "label", 2_000)
            ?? (block.TryGetProperty("element", out var element) ? OfElement(element) : "an input without element"),
        "rich_text" or "divider" or "image" or "table" => null,
        var other => $"unknown block {other}",
    };

    private static string? Elements(JsonElement block)
    {
        if (Count(block, "elements") is 0 or > 25) return "elements of actions";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in block.GetProperty("elements").EnumerateArray())
        {
            if (Text(element, "action_id") is not { } id || !ids.Add(id)) return "action_id twice in a block";
            if (OfElement(element) is { } problem) return problem;
        }
        return null;
    }

    private static string? OfElement(JsonElement element)
    {
        if (Text(element, "action_id") is { Length: > 255 }) return "a long action_id";
        if (Text(element, "type") == "button")
            return Long(element, "text", 75) ?? (Text(element, "value") is { Length: > 2_000 } ? "a long value" : null);
        if (Text(element, "type") == "external_select")
        {
            if (element.TryGetProperty("options", out _)) return "options of an external_select";
            return element.TryGetProperty("initial_option", out var now) ? Option(now) : null;
        }
        if (!element.TryGetProperty("options", out var options)) return null;
        if (options.GetArrayLength() is 0 or > 100) return "options";
        return Options(options);
    }

    /// <summary>The first thing that is wrong with options; null for nothing.</summary>
    public static string? Options(JsonElement options) => options.GetArrayLength() > 100
        ? "over 100 options"
        : options.EnumerateArray().Select(Option).FirstOrDefault(problem => problem is not null);

    private static string? Option(JsonElement option) =>
        Long(option, "text", 75) ?? (Text(option, "value") is null or "" or { Length: > 75 } ? "an option's value" : null);

    private static string? Long(JsonElement owner, string name, int most) =>
        !owner.TryGetProperty(name, out var text) ? $"no {name}"
        : Text(text, "text") is not { Length: > 0 } said ? $"an empty {name}"
        : said.Length > most ? $"{name} of {said.Length}"
        : null;

    private static int Count(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var items) ? items.GetArrayLength() : 0;

    private static int TextLength(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Sum(TextLength),
        JsonValueKind.Object => element.EnumerateObject().Sum(field =>
            field is { Name: "text", Value.ValueKind: JsonValueKind.String }
                ? field.Value.GetString()!.Length
                : TextLength(field.Value)),
        _ => 0,
    };

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
