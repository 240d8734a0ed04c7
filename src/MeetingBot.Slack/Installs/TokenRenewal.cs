using System.Collections.Concurrent;
using System.Security.Cryptography;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Slack.WebApi;
using MeetingBot.Tables;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Installs;

/// <summary>
/// Has tokens renewed before they expire. A refresh token is good for once, and of two that were had for the same one
/// only one works: so who renews says so in the row first, and the others go on with the token that still holds, or
/// read what the first has written.
/// </summary>
/// <param name="random">So many random bytes.</param>
internal sealed class TokenRenewal(
    InstallationRows rows, OAuthApi oauth, TimeProvider time, Func<int, byte[]> random, ILogger logger)
{
    /// <summary>Slack's tokens hold for twelve hours.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>After so long a claim is nobody's any more: longer than a call and what follows it take.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(2);

    // About two hours.
    private const int MostRepeats = 240;

    private readonly ConcurrentDictionary<string, Lazy<Task<Installation?>>> _running = new(StringComparer.Ordinal);

    public bool IsDue(Installation found) =>
        found is { Expires: { } end, Refresh: not null } && time.GetUtcNow() >= end - Ahead;

    /// <summary>
    /// What holds afterwards, or null where nothing is known to. Runs once at a time, and to its end, whoever waits.
    /// Never throws.
    /// </summary>
    public Task<Installation?> RenewAsync(string tenant) => _running.GetOrAdd(
        tenant, key => new Lazy<Task<Installation?>>(() => Task.Run(() => RunAsync(key)))).Value;

    private async Task<Installation?> RunAsync(string tenant)
    {
        try
        {
            return await RenewOnceAsync(tenant).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.RenewalFailed(logger, OpaqueId.Of(tenant), ErrorWithoutWords.Of(e));
            return null;
        }
        finally
        {
            _running.TryRemove(tenant, out _);
        }
    }

    private async ValueTask<Installation?> RenewOnceAsync(string tenant)
    {
        var found = await rows.FindAsync(tenant, CancellationToken.None).ConfigureAwait(false);
        if (found?.Refresh is not { } refresh || !IsDue(found)) return found;
        var now = time.GetUtcNow();
        if (found.Claim is { } other && (now - other.At).Duration() < ClaimLasts) return found;

        var claim = new RenewalClaim(Convert.ToHexStringLower(random(8)), now);
        await rows.ReplaceAsync(With(found, claim), CancellationToken.None).ConfigureAwait(false);
        // By reading it back it is also known whose it is when the answer of the store was lost.
        found = await rows.FindAsync(tenant, CancellationToken.None).ConfigureAwait(false);
        if (found?.Claim?.By != claim.By || found.Refresh != refresh) return found;

        var answer = await oauth.RefreshAsync(refresh, CancellationToken.None).ConfigureAwait(false);
        if (OAuthAnswer.Tokens(answer) is not { } pair)
        {
            Log.RenewalRefused(logger, OpaqueId.Of(tenant), SlackErrors.Reason(answer));
            // Perhaps since another has had it renewed with the same one.
            return await rows.FindAsync(tenant, CancellationToken.None).ConfigureAwait(false);
        }
        return await SaveAsync(found, pair, OAuthAnswer.Expires(answer, time.GetUtcNow())).ConfigureAwait(false);
    }

    // The old refresh token is used up: this pair is the only one, and must not be lost while there is any hope.
    private async ValueTask<Installation?> SaveAsync(Installation old, TokenPair pair, DateTimeOffset? expires)
    {
        var found = old;
        for (var repeat = 0; ; repeat++)
        {
            try
            {
                var renewed = With(found, null, pair, expires);
                if (await rows.ReplaceAsync(renewed, CancellationToken.None).ConfigureAwait(false))
                    Log.Renewed(logger, OpaqueId.Of(renewed.Tenant));
                var kept = await rows.FindAsync(renewed.Tenant, CancellationToken.None).ConfigureAwait(false);
                // A conflict is our own write whose answer was lost, or the app was installed again or taken away.
                if (kept is null || kept.Refresh != old.Refresh || repeat >= MostRepeats) return kept;
                // Or another has claimed what we took too long for: with the used token it comes to nothing.
                found = kept;
            }
            catch (Exception e) when (repeat < MostRepeats && e is TableUnavailableException or CryptographicException)
            {
                Log.RenewalNotSaved(logger, OpaqueId.Of(old.Tenant), ErrorWithoutWords.Of(e));
                await Task.Delay(Backoff.After(repeat, Random.Shared.NextDouble()).ToTimeSpan(), time)
                    .ConfigureAwait(false);
            }
        }
    }

    private static Installation With(
        Installation found, RenewalClaim? claim, TokenPair? pair = null, DateTimeOffset? expires = null) => new()
        {
            Tenant = found.Tenant,
            Bot = found.Bot,
            Token = pair?.Token ?? found.Token,
            Refresh = pair is null ? found.Refresh : pair.Refresh,
            Expires = pair is null ? found.Expires : expires,
            Installed = found.Installed,
            Name = found.Name,
            Named = found.Named,
            Claim = claim,
            ETag = found.ETag,
        };
}
