using System.Text.Json;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Payloads;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// What is sent in place of pictures that Slack could not fetch: it refuses the whole message or view for one of them.
/// </summary>
internal static class PicturesInWords
{
    // A longer text stands whole behind its picture.
    private const int Whole = BlockLimits.AltText - 100;

    /// <summary>Whether a picture is why it was refused. Source: the errors of the Web API, as they are sent.</summary>
    public static bool AreWanted(SlackResponse response) =>
        response.Error is "invalid_blocks" or "invalid_arguments" or "invalid_attachments"
        && JsonMembers.Items(response.Member("errors"))
            .Concat(JsonMembers.Items(JsonMembers.Member(response.Body, "response_metadata", "messages")))
            .Any(told => JsonMembers.Text(told)?.Contains("downloading image", StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>The same with the words of each picture in its place; null where there is none in it.</summary>
    /// <param name="json">A call's arguments.</param>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var found = false;
        var written = Block.Write(writer => Copy(writer, document.RootElement, ref found));
        return found ? written.WrittenMemory : (ReadOnlyMemory<byte>?)null;
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement element, ref bool found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    if (member.Name == "blocks" && member.Value.ValueKind == JsonValueKind.Array)
                        CopyBlocks(writer, member.Value, ref found);
                    // Above the blocks there is nothing of theirs but a view.
                    else if (member.Name == "view") Copy(writer, member.Value, ref found);
                    else member.Value.WriteTo(writer);
                }
                writer.WriteEndObject();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void CopyBlocks(Utf8JsonWriter writer, JsonElement blocks, ref bool found)
    {
        var left = blocks.GetArrayLength();
        writer.WriteStartArray();
        foreach (var block in blocks.EnumerateArray())
        {
            if (JsonMembers.Text(block, "type") != "image") block.WriteTo(writer);
            else
            {
                found = true;
                var words = JsonMembers.Text(block, "alt_text") ?? "";
                if (ShownText.Length(words) > Whole && left > 1) left--;
                else foreach (var said in RichText.Blocks(words.Length > 0 ? words : "\u2026"))
                    writer.WriteRawValue(said.Json.Span, skipInputValidation: true);
            }
        }
        writer.WriteEndArray();
    }
}
