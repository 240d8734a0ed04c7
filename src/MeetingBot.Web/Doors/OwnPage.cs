using MeetingBot.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MeetingBot.Web.Doors;

/// <summary>Tells what a page of ours sends from what a page from elsewhere makes a browser send.</summary>
public static class OwnPage
{
    /// <summary>
    /// By the origin that a browser names, which is ours by the name that was asked for or the public one; and by Fetch
    /// Metadata (W3C), where it names none. What is no browser says neither.
    /// </summary>
    public static bool HasSent(HttpRequest request, TurnOptions options)
    {
        if (IsForeign(request)) return false;
        if (!request.Headers.ContainsKey(HeaderNames.Origin)) return true;
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && (IsSame(origin, request.Host) || (options.PublicUrl is { } own && IsSame(origin, own)));
    }

    /// <summary>Whether the browser says that another site's page has sent it.</summary>
    public static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].Contains("cross-site", StringComparer.OrdinalIgnoreCase);

    // What ends TLS before us knows the scheme; here only the name and the port are seen.
    private static bool IsSame(Uri origin, HostString host) =>
        string.Equals(origin.Authority, host.Value, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(Uri origin, Uri own) =>
        origin.Scheme == own.Scheme
        && string.Equals(origin.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);
}
