using Microsoft.IdentityModel.Protocols;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// Fetches OpenID metadata and keys from one origin only, whatever the metadata says, without redirects,
/// at most 1 MiB, within ten seconds.
/// </summary>
internal sealed class PinnedDocuments : IDocumentRetriever, IDisposable
{
    private readonly Uri _origin;
    private readonly HttpClient _http;

    public PinnedDocuments(Uri metadata)
    {
        _origin = metadata;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _http = new HttpClient(handler)
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 1 << 20,
        };
    }

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.GetLeftPart(UriPartial.Authority) != _origin.GetLeftPart(UriPartial.Authority))
            throw new IOException("The metadata names an address of another host.");
        return await _http.GetStringAsync(uri, cancel).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();
}
