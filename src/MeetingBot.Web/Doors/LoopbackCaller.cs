using System.Net;

namespace MeetingBot.Web.Doors;

/// <summary>Tells whether a request truly comes from this machine: a proxy on it makes everybody look local.</summary>
public static class LoopbackCaller
{
    private static readonly string[] ForwardingNames =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "Client-IP", "True-Client-IP",
        "Fastly-Client-IP", "X-ProxyUser-Ip", "X-ARR-SSL", "X-ARR-LOG-ID", "X-Host", "X-Original-URL",
    ];

    private static readonly string[] ForwardingPrefixes =
        ["X-Forwarded", "X-Original-", "CF-", "X-Envoy-", "X-Azure-", "X-Amzn-", "Cdn-", "Tailscale-"];

    /// <summary>Why the caller is refused, in words, or null for a true loopback caller.</summary>
    /// <param name="remote">The address of the connection's other end.</param>
    /// <param name="host">The <c>Host</c> header as sent, with its port.</param>
    /// <param name="origin">The <c>Origin</c> header, when there is one.</param>
    /// <param name="headers">The names of all headers.</param>
    public static string? Refusal(IPAddress? remote, string host, string? origin, IEnumerable<string> headers)
    {
        if (remote is null || !IPAddress.IsLoopback(remote))
            return "This page is open to this machine only, and the request comes from another address.";
        if (!IsLoopbackHost(HostWithoutPort(host)))
            return "This page is open to this machine only: open it as http://localhost, not under another name.";
        if (origin is not null && !IsLoopbackOrigin(origin))
            return "This page is open to this machine only, and the request was made by a page from elsewhere.";
        return headers.Any(IsForwarding)
            ? "This page is open to this machine only, and the request came through a proxy."
            : null;
    }

    private static bool IsForwarding(string name) =>
        ForwardingNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || ForwardingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopbackOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && IsLoopbackHost(uri.Host);

    private static string HostWithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        if (colon < 0 || host.EndsWith(']')) return host;
        return int.TryParse(host.AsSpan(colon + 1), out var port) && port is > 0 and < 65536 ? host[..colon] : "";
    }

    // Only the usual spelling of an address: no octal, no single number, nothing that merely starts with 127.
    private static bool IsLoopbackHost(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host == "[::1]") return true;
        return IPAddress.TryParse(host, out var address)
            && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            && IPAddress.IsLoopback(address)
            && address.ToString() == host;
    }
}
