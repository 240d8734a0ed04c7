using System.Buffers;
using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Teams.Connector;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Draws a card as Adaptive Card 1.5, the highest version that Teams shows. Nothing that a person typed is markup in
/// it.
/// </summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The content type of the attachment that carries a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Writes the card as one JSON object, the <c>content</c> of an attachment.</summary>
    /// <exception cref="ArgumentException">
    /// A button opens no web page; an input or an id is called <c>verb</c> or <c>msteams</c>.
    /// </exception>
    public static void Write(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "AdaptiveCard"u8);
        writer.WriteString("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
        writer.WriteString("version"u8, "1.5"u8);
        WriteAlternatives(writer, card.Title);
        if (card.Refresh is { } refresh) ActionWriter.WriteRefresh(writer, refresh);
        writer.WriteStartArray("body"u8);
        CardTextWriter.WriteHeading(writer, card.Title, level: 1);
        foreach (var element in card.Body) ElementWriter.Write(writer, element);
        ActionWriter.WriteSet(writer, card.Buttons);
        writer.WriteEndArray();
        if (card.Body.Any(NeedsWidth)) WriteFullWidth(writer);
        writer.WriteEndObject();
    }

    /// <summary>The card as UTF-8 JSON.</summary>
    public static byte[] Render(Card card) => Render(writer => Write(writer, card)).WrittenSpan.ToArray();

    internal static ArrayBufferWriter<byte> Render(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        write(writer);
        writer.Flush();
        return buffer;
    }

    // For a client that knows no cards, and for one that reads aloud.
    private static void WriteAlternatives(Utf8JsonWriter writer, string title)
    {
        var brief = ShownText.Brief(title, 200);
        writer.WriteString("fallbackText"u8, MarkdownText.Escape(brief) + " (this client can't show the card)");
        writer.WriteString("speak"u8, ShownText.Spoken(brief));
    }

    private static bool NeedsWidth(CardElement element) => element is CardColumns or CardTable { Headers.Length: > 2 };

    private static void WriteFullWidth(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("msteams"u8);
        writer.WriteString("width"u8, "full"u8);
        writer.WriteEndObject();
    }
}
