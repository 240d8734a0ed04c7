using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Teams.Cards;

namespace MeetingBot.Teams.Connector;

/// <summary>Writes the bodies that are sent to the connector.</summary>
internal static class ActivityWriter
{
    public const string CardContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>
    /// A message. A text and a card in one activity are split by Teams into messages without an id, so a card takes
    /// its text as summary.
    /// </summary>
    public static void Message(PooledBuffer buffer, Outgoing message, string? replyTo)
    {
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "message"u8);
        if (message.Card is { } card)
        {
            writer.WriteString("summary"u8, ShownText.Plain(message.Text.Length > 0 ? message.Text : card.Title));
            writer.WriteStartArray("attachments"u8);
            writer.WriteStartObject();
            writer.WriteString("contentType"u8, CardContentType);
            writer.WritePropertyName("content"u8);
            AdaptiveCardRenderer.Write(writer, card);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("textFormat"u8, message.Format == TextFormat.Markdown ? "markdown"u8 : "plain"u8);
            writer.WriteString(
                "text"u8, message.Format == TextFormat.Markdown ? message.Text : ShownText.Plain(message.Text));
        }
        if (replyTo is not null) writer.WriteString("replyToId"u8, replyTo);
        writer.WriteEndObject();
    }

    /// <summary>The personal conversation of the bot with one person; asked for again it is the same one.</summary>
    public static void PersonalConversation(PooledBuffer buffer, Person person, string? bot)
    {
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        writer.WriteStartObject();
        writer.WriteBoolean("isGroup"u8, false);
        if (bot is { Length: > 0 })
        {
            writer.WriteStartObject("bot"u8);
            writer.WriteString("id"u8, bot);
            writer.WriteEndObject();
        }
        writer.WriteStartArray("members"u8);
        writer.WriteStartObject();
        writer.WriteString("id"u8, person.Id);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (person.Tenant.Length > 0) WriteTenant(writer, person.Tenant);
        writer.WriteEndObject();
    }

    private static void WriteTenant(Utf8JsonWriter writer, string tenant)
    {
        writer.WriteString("tenantId"u8, tenant);
        writer.WriteStartObject("channelData"u8);
        writer.WriteStartObject("tenant"u8);
        writer.WriteString("id"u8, tenant);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
