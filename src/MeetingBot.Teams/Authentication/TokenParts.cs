using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// Whether a token says each thing once and asks for nothing that is not understood here: what two readers may read
/// differently is not accepted from anybody.
/// </summary>
internal static class TokenParts
{
    /// <summary>The extensions that must be understood, RFC 7515 4.1.11: this side understands none.</summary>
    private const string Critical = "crit";

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">A name stands twice (RFC 7515 4, RFC 7519 4), or it is no JSON.</exception>
    /// <exception cref="FormatException">A part is no base64url.</exception>
    public static bool ArePlain(JsonWebToken token)
    {
        using var header = Parse(token.EncodedHeader);
        using var claims = Parse(token.EncodedPayload);
        return claims.RootElement.ValueKind is JsonValueKind.Object
            && header.RootElement.ValueKind is JsonValueKind.Object
            && !header.RootElement.TryGetProperty(Critical, out _);
    }

    private static JsonDocument Parse(string part) => JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(part), Once);
}
