using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MeetingBot.Risks.Report;

/// <summary>UUIDs that are made of names (RFC 9562, version 5): the same thing has the same in every export.</summary>
internal static class NameUuid
{
    // Of this program's names, drawn once.
    private static readonly Guid Space = new("6d1f2a64-9c1b-4f0e-8a54-2f6d8f0b7c31");

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "Version 5 says so; it names, and keeps no secret.")]
    public static string Of(params ReadOnlySpan<string> names)
    {
        var bytes = SHA1.HashData([.. Space.ToByteArray(bigEndian: true),
            .. Encoding.UTF8.GetBytes(string.Join('\n', names.ToArray()))]).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
