using System.Globalization;
using System.Net;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// Tells a caller on this machine from one that only looks so: behind a proxy or a tunnel every caller comes
/// from loopback, and a page elsewhere can make a browser here send requests.
/// </summary>
internal static class LoopbackCaller
{
    private static readonly string[] ForwardingPrefixes =
    [
        "X-Forwarded", "X-Original-", "X-Envoy-", "X-Azure-", "X-Arr-", "Cf-", "Fly-", "X-Amz-", "X-Amzn-",
        "X-Appengine-",
    ];

    private static readonly HashSet<string> ForwardingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded", "Forwarded-For", "Via", "X-Real-IP", "X-Client-IP", "Client-IP", "True-Client-IP",
        "X-Cluster-Client-IP", "X-ProxyUser-Ip", "Fastly-Client-IP", "X-Host", "X-Rewrite-Url",
    };

    /// <summary>
    /// Whether the remote address, the <c>Host</c> and, where there is one, the <c>Origin</c> are loopback, and no
    /// header tells of a proxy.
    /// </summary>
    public static bool IsTrue(IPAddress? remote, string host, string? origin, IEnumerable<string> headerNames) =>
        remote is not null && IsLoopbackAddress(remote)
        && IsLoopbackAuthority(host)
        && (origin is null || IsLoopbackUrl(origin))
        && !headerNames.Any(IsForwarding);

    /// <summary>Whether it is an http or https address of this machine, without credentials.</summary>
    public static bool IsLoopbackUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && IsLoopbackHost(uri.Host);

    private static bool IsLoopbackAuthority(string authority)
    {
        var host = authority;
        var bracket = authority.IndexOf(']');
        var colon = authority.IndexOf(':', bracket + 1);
        if (colon >= 0)
        {
            if (!ushort.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, null, out _)) return false;
            host = authority[..colon];
        }
        return IsLoopbackHost(host);
    }

    // Dotted quads in full only: 127.1 and 2130706433 are loopback to some parsers and names to others.
    private static bool IsLoopbackHost(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (host == "[::1]") return true;
        return IPAddress.TryParse(host, out var address)
            && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            && address.ToString() == host
            && IPAddress.IsLoopback(address);
    }

    private static bool IsLoopbackAddress(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForwarding(string header) =>
        ForwardingNames.Contains(header)
        || Array.Exists(ForwardingPrefixes, p => header.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
