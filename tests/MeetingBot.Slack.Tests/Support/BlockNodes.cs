using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>Finds what stands in blocks.</summary>
internal static class BlockNodes
{
    public static JsonNode Button(FakeMessage message, string title) =>
        All(JsonNode.Parse(message.Blocks)!)
            .FirstOrDefault(node => (string?)node["type"] == "button" && (string?)node["text"]?["text"] == title)
        ?? throw new InvalidOperationException($"No button {title} in {message.Blocks}");

    /// <summary>Everything in it that is an object.</summary>
    public static IEnumerable<JsonObject> All(JsonNode node) => node switch
    {
        JsonObject one => one.Select(field => field.Value).OfType<JsonNode>().SelectMany(All).Prepend(one),
        JsonArray many => many.OfType<JsonNode>().SelectMany(All),
        _ => [],
    };
}
