using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MeetingBot.Bench.Door;

/// <summary>Signs tokens as the Bot Connector does: RS256 with a key of 2048 bits that the metadata names.</summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string AppId = "22222222-2222-2222-2222-222222222222";

    private const string KeyId = "bench";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The key as a JSON Web Key Set, endorsed for Teams.</summary>
    public string Keys()
    {
        var key = _key.ExportParameters(false);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","n":"{{Text(key.Modulus)}}","e":"{{Text(key.Exponent)}}","endorsements":["msteams"]}]}""";
    }

    /// <summary>Tokens for the service, all different, valid for a day.</summary>
    public List<string> Issue(int count, Uri service, DateTimeOffset now) =>
        [.. ParallelEnumerable.Range(0, count).Select(number => Sign(number, service, now))];

    public void Dispose() => _key.Dispose();

    private string Sign(int number, Uri service, DateTimeOffset now)
    {
        var head = $$"""{"alg":"RS256","kid":"{{KeyId}}","typ":"JWT"}""";
        var claims = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["serviceurl"] = service.AbsoluteUri,
            ["nbf"] = now.ToUnixTimeSeconds() - 60,
            ["exp"] = now.ToUnixTimeSeconds() + 86_400,
            ["jti"] = number.ToString(CultureInfo.InvariantCulture),
        });
        var signed = Text(Encoding.UTF8.GetBytes(head)) + "." + Text(Encoding.UTF8.GetBytes(claims));
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return signed + "." + Text(signature);
    }

    private static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}
