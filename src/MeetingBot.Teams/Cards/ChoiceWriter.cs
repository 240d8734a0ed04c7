using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Writes a choice: up to five stand open, and those that the card wants open; more fold into a list. Open ones are read as markdown by some clients, so
/// that a title which could be markup folds the list too; several choices always stand open, escaped.
/// </summary>
internal static class ChoiceWriter
{
    private const int MostOpen = 5;

    public static void Write(Utf8JsonWriter writer, ChoiceInput input)
    {
        var open = input.Multiple || input.Open || (input.Choices.Length <= MostOpen && !input.Choices.Any(c => IsMarkup(c.Title)));
        writer.WriteString("type"u8, "Input.ChoiceSet"u8);
        writer.WriteString("style"u8, open ? "expanded"u8 : "compact"u8);
        if (input.Multiple) writer.WriteBoolean("isMultiSelect"u8, true);
        writer.WriteBoolean("wrap"u8, true);
        if (input.Value is { } value) writer.WriteString("value"u8, value);
        writer.WriteStartArray("choices"u8);
        foreach (var choice in input.Choices)
        {
            writer.WriteStartObject();
            writer.WriteString("title"u8, open ? MarkdownText.Escape(choice.Title) : ShownText.Plain(choice.Title));
            writer.WriteString("value"u8, choice.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static bool IsMarkup(string title) => MarkdownText.Escape(title) != title;
}
