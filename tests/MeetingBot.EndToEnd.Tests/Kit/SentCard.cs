using System.Text.Json.Nodes;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>An Adaptive Card as Teams gets it, with what a person can do with it.</summary>
public sealed class SentCard(JsonObject card)
{
    /// <summary>The card of a message; null for one without.</summary>
    public static SentCard? Of(ConnectorCall call) =>
        JsonNode.Parse(call.Body.GetRawText())?["attachments"]?.AsArray().FirstOrDefault()?["content"] is JsonObject sent
            ? new SentCard(sent)
            : null;

    /// <summary>The card that answers a press.</summary>
    public static SentCard Answered(Posted posted)
    {
        Assert.Equal(200, posted.Status);
        var answer = JsonNode.Parse(posted.Body)!;
        Assert.Equal(("application/vnd.microsoft.card.adaptive", 200), ((string?)answer["type"], (int?)answer["statusCode"]));
        return new SentCard(answer["value"]!.AsObject());
    }

    public string Title => Texts[0];

    /// <summary>Everything that stands in it, in its order.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Objects().Where(element => Type(element) is "TextBlock" or "TextRun").Select(element => (string)element["text"]!)];

    /// <summary>What can be filled in, by id, with the value that is there already.</summary>
    public IReadOnlyDictionary<string, string?> Inputs => Objects()
        .Where(element => Type(element)?.StartsWith("Input.", StringComparison.Ordinal) == true)
        .ToDictionary(element => (string)element["id"]!, element => (string?)element["value"]);

    /// <summary>The titles of what can be pressed.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions().Select(action => (string)action["title"]!)];

    public JsonObject Button(string title) => Assert.Single(Actions(), action => (string?)action["title"] == title);

    public Uri Link(string title) => new((string)Button(title)["url"]!);

    /// <summary>The names of a press's data, which come back with the inputs.</summary>
    public (string Verb, (string Name, string Value)[] Fields) Press(
        string title, params ReadOnlySpan<(string Name, string Value)> inputs)
    {
        var button = Button(title);
        Assert.Equal("Action.Execute", Type(button));
        var data = button["data"]!.AsObject().Select(field => (field.Key, (string)field.Value!));
        return ((string)button["verb"]!, [.. data, .. inputs]);
    }

    private IEnumerable<JsonObject> Actions() =>
        Objects().Where(element => Type(element) is "Action.Execute" or "Action.OpenUrl");

    private static string? Type(JsonObject element) => (string?)element["type"];

    private IEnumerable<JsonObject> Objects() => Under(card);

    private static IEnumerable<JsonObject> Under(JsonNode? node) => node switch
    {
        JsonObject element => element.Where(member => member.Key is not ("fallback" or "refresh"))
            .SelectMany(member => Under(member.Value)).Prepend(element),
        JsonArray many => many.SelectMany(Under),
        _ => [],
    };
}
