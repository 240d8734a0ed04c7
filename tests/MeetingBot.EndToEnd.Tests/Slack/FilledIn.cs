using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.EndToEnd.Tests.Slack;

/// <summary>What a client of Slack sends of the inputs in blocks: what stands in them, and what somebody has filled in.</summary>
internal static class FilledIn
{
    /// <returns><c>{"values":{…}}</c>, by block and by element.</returns>
    public static JsonObject Of(JsonNode blocks, params (string Input, string Value)[] inputs)
    {
        var left = inputs.ToDictionary(input => input.Input, input => input.Value);
        var values = new JsonObject();
        foreach (var block in BlockNodes.All(blocks).Where(node => (string?)node["type"] == "input"))
        {
            var element = block["element"]!;
            var id = (string)element["action_id"]!;
            var typed = left.Remove(id, out var value) ? value : null;
            values[(string)block["block_id"]!] = new JsonObject { [id] = Value(element, typed) };
        }
        Assert.True(left.Count == 0, $"No field for {string.Join(", ", left.Keys)} in {blocks.ToJsonString()}");
        return new JsonObject { ["values"] = values };
    }

    private static JsonObject Value(JsonNode element, string? typed)
    {
        var type = (string)element["type"]!;
        var (name, value) = type switch
        {
            "plain_text_input" or "number_input" => ("value", Plain(element["initial_value"], typed)),
            "datepicker" => ("selected_date", Plain(element["initial_date"], typed)),
            "static_select" or "radio_buttons" => (
                "selected_option",
                typed is null ? element["initial_option"]?.DeepClone() : Option(element, typed)),
            "checkboxes" or "multi_static_select" => (
                "selected_options",
                typed is null
                    ? element["initial_options"]?.DeepClone() ?? new JsonArray()
                    : new JsonArray([.. typed.Split(',').Select(one => Option(element, one))])),
            _ => throw new InvalidOperationException($"What does a client send of {type}?"),
        };
        return new JsonObject { ["type"] = type, [name] = value };
    }

    private static JsonNode? Plain(JsonNode? initial, string? typed) =>
        typed is null ? initial?.DeepClone() : JsonValue.Create(typed);

    // Nobody can choose what is not there.
    private static JsonNode Option(JsonNode element, string value) => BlockNodes.All(element)
        .First(option => option["text"] is not null && (string?)option["value"] == value).DeepClone();
}
