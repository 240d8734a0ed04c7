using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Teams.Connector;

namespace MeetingBot.Teams.Files;

/// <summary>Writes the messages about files, each with its one attachment.</summary>
internal static class FileActivities
{
    /// <summary>The question whether the file may be put among the person's own.</summary>
    /// <param name="size">In bytes.</param>
    public static void Consent(PooledBuffer buffer, FileOffer offer, int size) =>
        Message(buffer, "application/vnd.microsoft.teams.card.file.consent", offer.Name, null, writer =>
        {
            writer.WriteString("description"u8, offer.Description);
            writer.WriteNumber("sizeInBytes"u8, size);
            Context(writer, "acceptContext", offer);
            Context(writer, "declineContext", offer);
        });

    /// <summary>The file as it is there, to be opened.</summary>
    public static void Info(PooledBuffer buffer, FileConsent consent) =>
        Message(buffer, "application/vnd.microsoft.teams.card.file.info", consent.Name, consent.ContentUrl, writer =>
        {
            writer.WriteString("uniqueId"u8, consent.UniqueId);
            writer.WriteString("fileType"u8, consent.FileType);
        });

    private static void Context(Utf8JsonWriter writer, string name, FileOffer offer)
    {
        writer.WriteStartObject(name);
        writer.WriteString(FileConsent.ReferenceField, offer.Reference);
        writer.WriteEndObject();
    }

    private static void Message(
        PooledBuffer buffer, string type, string name, string? url, Action<Utf8JsonWriter> writeContent)
    {
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "message"u8);
        writer.WriteStartArray("attachments"u8);
        writer.WriteStartObject();
        writer.WriteString("contentType"u8, type);
        writer.WriteString("name"u8, name);
        if (url is not null) writer.WriteString("contentUrl"u8, url);
        writer.WriteStartObject("content"u8);
        writeContent(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
