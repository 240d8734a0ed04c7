using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MeetingBot.Slack.Authentication;

/// <summary>
/// Whether a request is Slack's own: HMAC-SHA256 of <c>v0:timestamp:body</c> under the signing secret, in hex after
/// <c>v0=</c>. Source: Slack, "Verifying requests from Slack".
/// </summary>
internal sealed class RequestSignature(string secret)
{
    /// <summary>Header that holds when it was signed, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>Header that holds the signature.</summary>
    public const string Header = "X-Slack-Signature";

    /// <summary>A request signed further than that from now, before or after, is an old one played again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0=";

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>Whether the secret's owner signed exactly these bytes, not long ago. In constant time.</summary>
    /// <param name="body">The request's body as it came, before anything reads it.</param>
    public bool Admits(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var signed)) return false;
        if (Math.Abs((double)now.ToUnixTimeSeconds() - signed) > Window.TotalSeconds) return false;

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryReadHex(signature, given)) return false;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        hash.GetHashAndReset(expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private static bool TryReadHex(string? signature, Span<byte> given) =>
        signature is not null
        && signature.Length == Version.Length + 2 * given.Length
        && signature.StartsWith(Version, StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(Version.Length), given, out _, out _)
            is System.Buffers.OperationStatus.Done;
}
