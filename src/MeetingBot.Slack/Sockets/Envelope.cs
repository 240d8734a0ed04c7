using System.Text.Json;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;

namespace MeetingBot.Slack.Sockets;

/// <summary>
/// What comes over a socket: a delivery with its id, or what Slack says of the connection itself. Source: Slack, "Using
/// Socket Mode".
/// </summary>
/// <param name="Type"><c>hello</c>, <c>disconnect</c>, <c>events_api</c>, <c>slash_commands</c>,
/// <c>interactive</c>.</param>
/// <param name="Id">By which a delivery is acknowledged; null for none.</param>
/// <param name="TakesAnswer">The acknowledgement may have a payload.</param>
/// <param name="Reason">Why the connection ends.</param>
internal sealed record Envelope(string Type, string? Id, JsonElement? Payload, bool TakesAnswer, string? Reason)
{
    private const int MostId = 200;

    /// <summary>Null for what is no message of Slack's.</summary>
    public static Envelope? Parse(ReadOnlyMemory<byte> frame)
    {
        if (JsonMembers.Parse(frame) is not { } root || JsonMembers.Text(root, "type") is not { } type) return null;
        var id = JsonMembers.Text(root, "envelope_id");
        return new Envelope(
            type, id is { Length: > 0 and <= MostId } ? id : null, JsonMembers.Member(root, "payload"),
            JsonMembers.Is(root, "accepts_response_payload"), JsonMembers.Text(root, "reason"));
    }

    /// <summary>What acknowledges it.</summary>
    public ReadOnlyMemory<byte> Acknowledged(ReadOnlyMemory<byte> answer) => SlackApi.Write(writer =>
    {
        writer.WriteString("envelope_id"u8, Id);
        if (!TakesAnswer || answer.IsEmpty) return;
        writer.WritePropertyName("payload"u8);
        writer.WriteRawValue(answer.Span, skipInputValidation: true);
    });
}
