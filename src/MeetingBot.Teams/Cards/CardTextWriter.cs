using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Writes headings (TextBlock, the one element that can be a heading) and paragraphs (RichTextBlock, which reads no
/// markdown).
/// </summary>
internal static class CardTextWriter
{
    public static void WriteHeading(Utf8JsonWriter writer, string text, int level)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "TextBlock"u8);
        writer.WriteString("text"u8, MarkdownText.Escape(text));
        writer.WriteString("style"u8, "heading"u8);
        writer.WriteString("size"u8, level == 1 ? "Large"u8 : "Medium"u8);
        writer.WriteString("weight"u8, "Bolder"u8);
        writer.WriteBoolean("wrap"u8, true);
        writer.WriteEndObject();
    }

    public static void WriteParagraph(Utf8JsonWriter writer, CardText text)
    {
        StartRuns(writer);
        if (text.Tone == TextTone.Warning) WriteRun(writer, "\u26A0\uFE0F ");
        WriteRun(writer, text.Text, text.Tone is TextTone.Strong or TextTone.Warning, text.Tone == TextTone.Subtle);
        EndRuns(writer);
    }

    public static void StartRuns(Utf8JsonWriter writer, bool tight = false)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "RichTextBlock"u8);
        if (tight) writer.WriteString("spacing"u8, "Small"u8);
        writer.WriteStartArray("inlines"u8);
    }

    public static void WriteRun(Utf8JsonWriter writer, string text, bool strong = false, bool subtle = false)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "TextRun"u8);
        writer.WriteString("text"u8, ShownText.Plain(text));
        if (strong) writer.WriteString("weight"u8, "Bolder"u8);
        if (subtle) writer.WriteBoolean("isSubtle"u8, true);
        writer.WriteEndObject();
    }

    public static void EndRuns(Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
