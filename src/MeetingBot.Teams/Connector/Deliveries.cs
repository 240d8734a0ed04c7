using System.Net;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Connector;

/// <summary>
/// What an answer of the connector means for the outbox, as Microsoft's pages say: 412, 429, 502, 503 and 504 are tried
/// again, 500 and every other 4xx never.
/// </summary>
internal static class Deliveries
{
    public static Delivery Of(ConnectorResponse response, string? existingId)
    {
        if (response.Succeeded) return new Delivery.Sent(existingId ?? response.Id);
        if (response.Status == 0) return new Delivery.Later(null, response.Failure ?? "no answer");
        if (IsLater(response.Status)) return new Delivery.Later(response.RetryAfter, Reason(response));
        if (response.Status == HttpStatusCode.NotFound && existingId is not null) return new Delivery.Gone();
        return new Delivery.Refused(Reason(response));
    }

    private static bool IsLater(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout
        or HttpStatusCode.PreconditionFailed
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    private static string Reason(ConnectorResponse response) => $"HTTP {(int)response.Status}";
}
