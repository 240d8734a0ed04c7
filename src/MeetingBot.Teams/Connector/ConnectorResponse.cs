using System.Net;
using System.Text.Json;
using NodaTime;

namespace MeetingBot.Teams.Connector;

/// <summary>What the connector answered.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="RetryAfter">When it asks to come back.</param>
/// <param name="Body">The body of a success that is JSON; otherwise empty, whatever was sent.</param>
/// <param name="Failure">Without an answer: why, in words without a secret.</param>
internal readonly record struct ConnectorResponse(
    HttpStatusCode Status, Duration? RetryAfter = null, ReadOnlyMemory<byte> Body = default, string? Failure = null)
{
    public bool Succeeded => (int)Status is >= 200 and < 300;

    public static ConnectorResponse None(string failure) => new(0, Failure: failure);

    /// <summary>The <c>id</c> of the answer, when it has one.</summary>
    public string? Id => ReadString("id"u8);

    /// <summary>A string field of the answer's object, or null.</summary>
    public string? ReadString(ReadOnlySpan<byte> name)
    {
        if (Body.Length <= 2) return null;
        try
        {
            var reader = new Utf8JsonReader(Body.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals(name);
                reader.Read();
                if (found) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
