using System.Collections.Concurrent;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Connector;

/// <summary>
/// Which service addresses are sent to, and whether with a token. A serviceUrl comes from outside: a token sent
/// wherever it points would be given away.
/// </summary>
internal sealed class ServiceHosts(TeamsOptions options)
{
    private const int MostKnown = 1_000;

    private readonly ConcurrentDictionary<string, ServiceAddress?> _known = new(StringComparer.Ordinal);

    /// <summary>The address to send to, without a final slash, or null where nothing is sent to.</summary>
    public ServiceAddress? Find(string? serviceUrl)
    {
        if (serviceUrl is null) return null;
        if (_known.TryGetValue(serviceUrl, out var known)) return known;
        if (_known.Count >= MostKnown) _known.Clear();
        return _known[serviceUrl] = Judge(serviceUrl);
    }

    private ServiceAddress? Judge(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)) return null;
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) return null;

        var address = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        if (options.Door == TeamsDoor.Open)
            return LoopbackCaller.IsLoopbackUrl(serviceUrl) ? new ServiceAddress(address, WithToken: false) : null;
        if (HostList.Names(options.Cloud.ServiceHosts, uri)) return new ServiceAddress(address, WithToken: true);
        return IsListedHere(uri) ? new ServiceAddress(address, WithToken: false) : null;
    }

    // A connector on this machine, for development: by plain http, and so without a token.
    private bool IsListedHere(Uri uri) =>
        options.Development
        && LoopbackCaller.IsLoopbackUrl(uri.OriginalString)
        && options.Cloud.ServiceHosts.Contains(
            uri.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);
}

/// <summary>Base address of a connector, without a final slash.</summary>
internal sealed record ServiceAddress(string Url, bool WithToken);
