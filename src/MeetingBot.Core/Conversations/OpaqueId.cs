using System.Security.Cryptography;
using System.Text;

namespace MeetingBot.Conversations;

/// <summary>A short name for a long or personal id, for logs: the same id has the same name.</summary>
public static class OpaqueId
{
    /// <summary>Twelve hexadecimal digits of the SHA-256.</summary>
    public static string Of(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)), 0, 6);

    /// <summary>All of the SHA-256: what a code that proves something is kept as.</summary>
    public static string Digest(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
