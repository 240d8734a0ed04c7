using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>What a person reads of blocks, in their order.</summary>
internal static class ShownWords
{
    // Ids, addresses and kinds are not shown.
    private static readonly HashSet<string> Hidden =
        ["type", "block_id", "action_id", "value", "url", "image_url", "style", "min_value", "max_value", "private_metadata", "callback_id"];

    /// <summary>Every text that is shown; the words of a picture and what is filled in already are.</summary>
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonObject members => members.Where(member => !Hidden.Contains(member.Key)).SelectMany(member => Of(member.Value)),
        JsonArray items => items.SelectMany(Of),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>The same of several messages, without the titles by which the later ones are numbered.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<JsonArray> messages) => messages.SelectMany((message, i) =>
        message.Skip(i > 0 && (string?)message[0]!["type"] == "header" ? 1 : 0).SelectMany(Of));

    /// <summary>
    /// Letters alone: spaces are where a text may be parted, and what turns a text is not shown. Half a character is replaced,
    /// as it is in UTF-8.
    /// </summary>
    public static string Letters(string text) => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Where(c =>
        !char.IsWhiteSpace(c) && !char.IsControl(c) && !Markdown.IsBidiControl(c)));
}
