using System.Net.Http.Headers;
using Azure.Core;

namespace MeetingBot.Teams.Connector;

/// <summary>Gets a token for the connector; <paramref name="forced"/> when the one in the cache was refused.</summary>
internal delegate ValueTask<AccessToken> AcquireToken(bool forced, CancellationToken cancel);

/// <summary>
/// The bot's own token, held as the header it is sent in. The library has its own cache, but to ask it costs more
/// than to send the message.
/// </summary>
internal sealed class ConnectorTokens(AcquireToken acquire, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Held? _held;

    /// <summary>A token that is valid for a while; never the one that was refused.</summary>
    public ValueTask<AuthenticationHeaderValue> GetAsync(
        AuthenticationHeaderValue? refused, CancellationToken cancel) =>
        Usable(refused) is { } held
            ? new ValueTask<AuthenticationHeaderValue>(held.Header)
            : AcquireAsync(refused, cancel);

    public void Dispose() => _one.Dispose();

    private Held? Usable(AuthenticationHeaderValue? refused) =>
        _held is { } held && held.Header != refused && time.GetUtcNow() < held.RenewAt ? held : null;

    private async ValueTask<AuthenticationHeaderValue> AcquireAsync(
        AuthenticationHeaderValue? refused, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (Usable(refused) is { } held) return held.Header;
            var token = await acquire(refused is not null, cancel).ConfigureAwait(false);
            var header = new AuthenticationHeaderValue("Bearer", token.Token);
            _held = new Held(header, token.ExpiresOn - RenewBefore);
            return header;
        }
        finally
        {
            _one.Release();
        }
    }

    private sealed record Held(AuthenticationHeaderValue Header, DateTimeOffset RenewAt);
}
