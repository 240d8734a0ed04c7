using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// The signing keys of one load of the metadata, the channels each may speak for, and the tokens that were validated
/// with them. When the keys are loaded again the tokens go too, so a key that was removed vouches for nothing.
/// </summary>
internal sealed class KeySet(OpenIdConnectConfiguration configuration, DateTimeOffset loadedAt)
{
    public DateTimeOffset LoadedAt => loadedAt;

    public IEnumerable<SecurityKey> SigningKeys => configuration.SigningKeys;

    /// <summary>Key id to the channel ids that the key is endorsed for.</summary>
    public FrozenDictionary<string, FrozenSet<string>> Endorsements { get; } = ReadEndorsements(configuration);

    public ValidatedTokens Validated { get; } = new();

    private static FrozenDictionary<string, FrozenSet<string>> ReadEndorsements(
        OpenIdConnectConfiguration configuration)
    {
        var endorsements = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var key in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (key.Kid is { Length: > 0 } kid) endorsements[kid] = ReadEndorsements(key);
        }
        return endorsements.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> ReadEndorsements(JsonWebKey key)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var value)
            || value is not JsonElement { ValueKind: JsonValueKind.Array } array) return FrozenSet<string>.Empty;
        return array.EnumerateArray()
            .Where(e => e.ValueKind == JsonValueKind.String)
            .Select(e => e.GetString()!)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
