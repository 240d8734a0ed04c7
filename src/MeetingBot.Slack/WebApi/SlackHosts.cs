using MeetingBot.Conversations;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// Which addresses that stand in payloads and answers are sent to: Slack's own, and in a test this machine's where the
/// Web API is there too. Anything else could make the service call what only it can reach.
/// </summary>
internal sealed class SlackHosts(Uri apiUrl)
{
    private static readonly string[] Hooks = ["hooks.slack.com", "hooks.slack-gov.com"];
    private static readonly string[] Sockets = [".slack.com", ".slack-gov.com"];
    private static readonly string[] Files = ["files.slack.com", "files.slack-gov.com"];

    private readonly bool _loopback = LoopbackCaller.IsLoopbackUrl(apiUrl.OriginalString);

    /// <summary>A <c>response_url</c>; null where it is on none of their hosts.</summary>
    public Uri? Hook(string? url) => Find(url, Hooks);

    /// <summary>A socket of Socket Mode; null where it is on none of their hosts.</summary>
    public Uri? Socket(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0) return null;
        if (_loopback && address.Scheme == Uri.UriSchemeWs && address.Authority == apiUrl.Authority) return address;
        return address.Scheme == Uri.UriSchemeWss && address.IsDefaultPort
            && Sockets.Any(host => address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase))
            ? address
            : null;
    }

    /// <summary>Where a file may be put or fetched; null where it is on none of their hosts.</summary>
    public Uri? File(string? url) => Find(url, Files);

    private Uri? Find(string? url, string[] hosts)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0) return null;
        if (_loopback && address.Scheme == apiUrl.Scheme && address.Authority == apiUrl.Authority) return address;
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort
            && hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)
            ? address
            : null;
    }
}
