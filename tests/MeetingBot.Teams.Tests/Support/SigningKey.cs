using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace MeetingBot.Teams.Support;

/// <summary>A key of the connector, and tokens signed with it.</summary>
internal sealed class SigningKey(string kid, params string[] endorsements)
{
    // To make a key takes longer than any test, so a test takes the one of its name.
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Made = new(StringComparer.Ordinal);

    private RSA _rsa = Named(kid);

    /// <summary>Another key that says it has the same id.</summary>
    public static SigningKey Pretending(string kid) => new(kid, "msteams") { _rsa = Named("pretender of " + kid) };

    public string Kid => kid;

    /// <summary>The key as the metadata publishes it.</summary>
    public JsonObject Jwk()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => (JsonNode)e)]),
        };
    }

    /// <summary>The header value <c>Bearer …</c> of a token with the given claims.</summary>
    public string Sign(JsonObject claims, string algorithm = SecurityAlgorithms.RsaSha256, string? kidInHeader = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = kidInHeader ?? kid };
        if (kidInHeader == "") header.Remove("kid");
        return Sign(header.ToJsonString(), claims.ToJsonString(), algorithm);
    }

    /// <summary>The header value of a token whose header and claims are written just so.</summary>
    public string Sign(string header, string claims, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var signed = Base64UrlEncoder.Encode(header) + "." + Base64UrlEncoder.Encode(claims);
        return $"Bearer {signed}.{Base64UrlEncoder.Encode(Signature(Encoding.ASCII.GetBytes(signed), algorithm))}";
    }

    private byte[] Signature(byte[] data, string algorithm) => algorithm switch
    {
        "RS256" => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS512" => _rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS256" => HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), data),
        _ => [],
    };

    private static RSA Named(string name) => Made.GetOrAdd(name, _ => new Lazy<RSA>(() => RSA.Create(2048))).Value;
}
