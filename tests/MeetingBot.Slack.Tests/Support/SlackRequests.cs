using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>Requests as Slack composes and signs them. Source: Slack, "Verifying requests from Slack".</summary>
internal static class SlackRequests
{
    /// <param name="signature">In place of the right one.</param>
    public static HttpRequestMessage Signed(
        Uri path, string body, string secret, DateTimeOffset at, string? signature = null)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.ContentType =
            new(body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");
        request.Headers.Add("X-Slack-Request-Timestamp", seconds);
        request.Headers.Add("X-Slack-Signature", signature ?? Signature(secret, seconds, body));
        return request;
    }

    public static string Form(params (string Name, string Value)[] fields) => string.Join(
        '&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>A message, or a mention of the bot.</summary>
    public static JsonObject Event(string type, string user, string text, string channel, string ts) => new()
    {
        ["type"] = type, ["user"] = user, ["text"] = text, ["channel"] = channel, ["ts"] = ts,
        ["channel_type"] = channel[0] == 'D' ? "im" : "channel",
    };

    public static JsonObject Envelope(JsonObject told, string team, string id, string bot = "UBOT") => new()
    {
        ["type"] = "event_callback", ["team_id"] = team, ["event_id"] = id, ["event"] = told,
        ["authorizations"] = new JsonArray(
            new JsonObject { ["team_id"] = team, ["user_id"] = bot, ["is_bot"] = true }),
    };

    private static string Signature(string secret, string seconds, string body) =>
        "v0=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{seconds}:{body}")));
}
