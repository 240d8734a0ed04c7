using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// The connector's signing keys: loaded when first needed, again every twelve hours, and at once, but at most every
/// five minutes, when a token names a key that is not known. One load at a time, never tied to one request.
/// </summary>
/// <remarks>
/// ConfigurationManager of IdentityModel 8 answers RequestRefresh in the background, so the message that met the
/// new key would be refused; and it reads the machine's clock.
/// </remarks>
internal sealed class SigningKeys(
    string metadata, IDocumentRetriever documents, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan UseAtMost = TimeSpan.FromDays(5);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile KeySet? _current;
    private Task<KeySet>? _loading;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _nextForced = DateTimeOffset.MinValue;

    /// <summary>The keys, when they are loaded and not too old; when they are due, a load starts beside.</summary>
    public KeySet? Current
    {
        get
        {
            if (_current is not { } keys) return null;
            var age = time.GetUtcNow() - keys.LoadedAt;
            if (age < RefreshAfter) return keys;
            _ = LoadOnce();
            return age < UseAtMost ? keys : null;
        }
    }

    /// <exception cref="KeysUnavailableException">There are none, and they can't be loaded now.</exception>
    public async ValueTask<KeySet> GetAsync() => Current ?? await LoadOnce().ConfigureAwait(false);

    /// <summary>Newer keys than those seen; the same when they were asked for too lately or can't be had.</summary>
    public async ValueTask<KeySet> RefreshAsync(KeySet seen)
    {
        lock (_gate)
        {
            if (_current is { } current && current != seen) return current;
            var now = time.GetUtcNow();
            if (now < _nextForced) return seen;
            _nextForced = now + BetweenForced;
        }
        try
        {
            return await LoadOnce().ConfigureAwait(false);
        }
        catch (KeysUnavailableException)
        {
            return seen;
        }
    }

    private Task<KeySet> LoadOnce()
    {
        lock (_gate)
        {
            if (_loading is not null) return _loading;
            if (time.GetUtcNow() < _notBefore) return Task.FromException<KeySet>(new KeysUnavailableException());
            return _loading = Task.Run(LoadAsync);
        }
    }

    private async Task<KeySet> LoadAsync()
    {
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever
                .GetAsync(metadata, documents, CancellationToken.None).ConfigureAwait(false);
            if (configuration.SigningKeys.Count == 0) throw new KeysUnavailableException();

            var keys = new KeySet(configuration, time.GetUtcNow());
            Log.KeysLoaded(logger, keys.Endorsements.Count);
            lock (_gate) _current = keys;
            return keys;
        }
        catch (Exception e)
        {
            Log.KeysUnavailable(logger, e);
            lock (_gate) _notBefore = time.GetUtcNow() + AfterFailure;
            throw new KeysUnavailableException();
        }
        finally
        {
            lock (_gate) _loading = null;
        }
    }
}
