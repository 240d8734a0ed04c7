using System.Text.Json;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>Writes a card as Adaptive Card 1.5 JSON.</summary>
public static class AdaptiveCardRenderer
{
    public static void Write(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "AdaptiveCard"u8);
        writer.WriteString("version"u8, "1.5"u8);
        writer.WriteString("fallbackText"u8, card.Title);
        writer.WriteEndObject();
    }
}
