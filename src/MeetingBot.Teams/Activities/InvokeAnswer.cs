using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Teams.Cards;
using MeetingBot.Teams.Connector;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// Writes what an <c>adaptiveCard/action</c> is answered with: HTTP 200 always, the result in the body as
/// <c>{"statusCode":…,"type":"…","value":…}</c>.
/// </summary>
internal static class InvokeAnswer
{
    private const string Card = ActivityWriter.CardContentType;
    private const string Text = "application/vnd.microsoft.activity.message";
    private const int Around = 128;
    private const string Error = "application/vnd.microsoft.error";

    /// <summary>A card, or a text for a refusal or where there is no card that Teams would take.</summary>
    public static void Write(PooledBuffer buffer, Answer? answer, bool automatic)
    {
        if (answer is not { Card: { } card, Refused: false })
        {
            WriteText(buffer, answer?.Text ?? (automatic ? "Nothing new." : "Done."));
            return;
        }
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            Start(writer, 200, Card);
            AdaptiveCardRenderer.Write(writer, card);
            writer.WriteEndObject();
        }
        if (buffer.Written.Length <= CardSize.MaxBytes + Around) return;
        // One card alone can stand in the place of another; what was done is said at least.
        buffer.Clear();
        WriteText(buffer, answer.Text);
    }

    /// <summary>An error; to a card that refreshes itself a text, since an error would stay on it for good.</summary>
    public static void WriteError(PooledBuffer buffer, int status, string code, string message, bool automatic)
    {
        if (automatic)
        {
            WriteText(buffer, message);
            return;
        }
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        Start(writer, status, Error);
        writer.WriteStartObject();
        writer.WriteString("code"u8, code);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(PooledBuffer buffer, string text)
    {
        using var writer = new Utf8JsonWriter(buffer, JsonText.Options);
        Start(writer, 200, Text);
        writer.WriteStringValue(text);
        writer.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter writer, int status, string type)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, status);
        writer.WriteString("type"u8, type);
        writer.WritePropertyName("value"u8);
    }
}
