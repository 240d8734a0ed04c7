using System.Collections.Concurrent;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// Tokens that were validated, by the exact header they came in: Teams sends one token for about an hour, and to
/// check its signature again for every message is the dearest thing a message does.
/// </summary>
internal sealed class ValidatedTokens
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, ValidatedToken> _tokens = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The token, unless it is unknown or no longer valid.</summary>
    public ValidatedToken? Find(string header, DateTimeOffset now) =>
        _tokens.TryGetValue(header, out var token) && now < token.ValidUntil ? token : null;

    public void Add(string header, ValidatedToken token)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _tokens.Clear();
            Volatile.Write(ref _count, 1);
        }
        _tokens[header] = token;
    }
}

/// <summary>What of a validated token must still be compared with the activity.</summary>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>, null when it has none.</param>
/// <param name="Channels">The channel ids that the signing key is endorsed for.</param>
/// <param name="ValidUntil">Its expiry, with the clock skew.</param>
internal sealed record ValidatedToken(string? ServiceUrl, IReadOnlySet<string> Channels, DateTimeOffset ValidUntil);
