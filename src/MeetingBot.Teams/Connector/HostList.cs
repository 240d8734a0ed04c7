namespace MeetingBot.Teams.Connector;

/// <summary>Hosts as settings name them: <c>name</c>, <c>name:port</c>, <c>*.name</c> for its subdomains.</summary>
internal static class HostList
{
    /// <summary>Whether it is an https address of one of them.</summary>
    public static bool Names(IEnumerable<string> hosts, Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps) return false;
        var authority = uri.IsDefaultPort ? uri.Host : $"{uri.Host}:{uri.Port}";
        return hosts.Any(entry => entry.StartsWith("*.", StringComparison.Ordinal)
            ? authority.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
            : authority.Equals(entry, StringComparison.OrdinalIgnoreCase));
    }
}
