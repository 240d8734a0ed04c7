using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// Validates the token of the Bot Connector: signature by RS256 with a key of the metadata, issuer, audience,
/// lifetime with five minutes of skew. What depends on the activity is compared by <see cref="Doorkeeper"/>.
/// </summary>
internal sealed class TokenValidator(string appId, string issuer, SigningKeys keys, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int MaxHeader = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The token of an <c>Authorization</c> header, or null when it is none that is accepted.</summary>
    /// <exception cref="KeysUnavailableException">It can't be told.</exception>
    public ValueTask<ValidatedToken?> ValidateAsync(string? header)
    {
        if (header is null or { Length: > MaxHeader }) return default;
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return default;
        return keys.Current?.Validated.Find(header, time.GetUtcNow()) is { } known
            ? new ValueTask<ValidatedToken?>(known)
            : ValidateNewAsync(header);
    }

    private async ValueTask<ValidatedToken?> ValidateNewAsync(string header)
    {
        if (Read(header[Scheme.Length..].Trim()) is not { } token || !IsMeantForUs(token)) return null;

        var current = await keys.GetAsync().ConfigureAwait(false);
        var result = await ValidateAsync(token, current).ConfigureAwait(false);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            var newer = await keys.RefreshAsync(current).ConfigureAwait(false);
            if (newer == current) return null;
            current = newer;
            result = await ValidateAsync(token, current).ConfigureAwait(false);
        }
        if (!result.IsValid) return null;

        var validated = Validated(token, current);
        current.Validated.Add(header, validated);
        return validated;
    }

    private static JsonWebToken? Read(string token)
    {
        if (token.AsSpan().Count('.') != 2) return null;
        try
        {
            var read = new JsonWebToken(token);
            return TokenParts.ArePlain(read) ? read : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException or SecurityTokenException)
        {
            return null;
        }
    }

    // Nothing is trusted by this yet; it spares the metadata from tokens that no key could make right.
    private bool IsMeantForUs(JsonWebToken token) =>
        token.Alg == SecurityAlgorithms.RsaSha256
        && !string.IsNullOrEmpty(token.Kid)
        && token.Issuer == issuer
        && token.Audiences.Count() == 1
        && token.Audiences.First() == appId;

    private Task<TokenValidationResult> ValidateAsync(JsonWebToken token, KeySet keySet) =>
        _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = keySet.SigningKeys,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidIssuer = issuer,
            ValidAudience = appId,
            RequireExpirationTime = true,
            LifetimeValidator = IsInLifetime,
        });

    private bool IsInLifetime(
        DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    private static ValidatedToken Validated(JsonWebToken token, KeySet keySet)
    {
        token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl);
        IReadOnlySet<string> channels = keySet.Endorsements.GetValueOrDefault(token.Kid, FrozenSet<string>.Empty);
        return new ValidatedToken(serviceUrl, channels, new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew);
    }
}
