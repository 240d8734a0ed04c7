using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MeetingBot.Conversations;

/// <summary>
/// Tells a caller on this machine from one that only looks so, for doors that are open without credentials: behind a
/// proxy or a tunnel every caller comes from loopback, and a page elsewhere can make a browser here send requests.
/// </summary>
public static class LoopbackCaller
{
    private static readonly string[] ForwardingPrefixes =
    [
        "X-Original-", "X-Envoy-", "X-Azure-", "X-Arr-", "Cf-", "Fly-", "X-Amz-", "X-Amzn-",
        "X-Appengine-", "Cdn-", "Tailscale-", "Ngrok-", "X-Tunnel-", "X-Remote-", "X-Originating-", "X-MS-Proxy",
        "X-Appgw-", "X-Nginx-", "X-Varnish", "X-Vercel-", "X-Nf-", "X-Sucuri-", "X-Cloud-Trace-", "Akamai-", "CloudFront-",
        "Fastly-", "Surrogate-",
    ];

    private static readonly string[] ForwardingParts = ["Forward", "Client-Ip", "Clientip"];

    private static readonly HashSet<string> ForwardingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Via", "X-Real-IP", "X-ProxyUser-Ip", "X-Host", "X-Rewrite-Url", "X-Scheme", "X-Url-Scheme", "Front-End-Https",
        "Pseudo-IPv4",
    };

    /// <summary>Why the caller is refused, in words, or null for a true loopback caller.</summary>
    /// <param name="remote">The address of the connection's other end.</param>
    /// <param name="host">The <c>Host</c> header as sent, with its port.</param>
    /// <param name="origin">The <c>Origin</c> header, when there is one.</param>
    /// <param name="headers">The names of all headers.</param>
    /// <param name="protocol">The request's: 1.0 is what proxies speak to what is behind them, if they are not told.</param>
    public static string? Refusal(
        IPAddress? remote, string host, string? origin, IEnumerable<string> headers, string protocol = "HTTP/1.1")
    {
        if (remote is null || !IsLoopbackAddress(remote))
            return "This is open to this machine only, and the request comes from another address.";
        if (!IsLoopbackAuthority(host))
            return "This is open to this machine only: use http://localhost, not another name.";
        if (origin is not null && !IsLoopbackUrl(origin))
            return "This is open to this machine only, and the request was made by a page from elsewhere.";
        return protocol == "HTTP/1.0" || headers.Any(IsForwarding)
            ? "This is open to this machine only, and the request came through a proxy."
            : null;
    }

    /// <summary>Whether it is an http or https address of this machine, without credentials.</summary>
    public static bool IsLoopbackUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0
        && uri.Port > 0
        && IsLoopbackHost(uri.Host)
        && url.AsSpan(uri.Scheme.Length + 3).StartsWith(uri.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopbackAuthority(string authority)
    {
        var colon = authority.IndexOf(':', authority.IndexOf(']') + 1);
        if (colon < 0) return IsLoopbackHost(authority);
        return ushort.TryParse(
            authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port > 0 && IsLoopbackHost(authority[..colon]);
    }

    // Dotted quads in full only: 127.1 and 2130706433 are loopback to some parsers and names to others.
    private static bool IsLoopbackHost(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host == "[::1]") return true;
        return IPAddress.TryParse(host, out var address)
            && address.AddressFamily == AddressFamily.InterNetwork
            && address.ToString() == host
            && IPAddress.IsLoopback(address);
    }

    private static bool IsLoopbackAddress(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForwarding(string sent)
    {
        // Some proxies write their headers as variables.
        var header = sent.Replace('_', '-');
        return ForwardingNames.Contains(header)
            || Array.Exists(
                ForwardingPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(ForwardingParts, part => header.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
