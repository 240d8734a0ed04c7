using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingBot.Slack.Installs;

/// <summary>
/// The <c>state</c> of an installation under way: it says itself until when it holds and which browser began, in a
/// form that only this service can write and read. So whichever instance the browser comes back to can check it.
/// Source: RFC 6749, section 10.12.
/// </summary>
/// <param name="random">So many random bytes.</param>
internal sealed class InstallState(IDataProtectionProvider keys, Func<int, byte[]> random)
{
    public const int MaxLength = 1_000;

    /// <summary>How long somebody may think about it at Slack.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const int NonceBytes = 16;
    private const int Length = sizeof(long) + NonceBytes + SHA256.HashSizeInBytes;

    private readonly IDataProtector _protector = keys.CreateProtector("MeetingBot.Slack.InstallState");

    /// <summary>A new state, and what the browser has to bring back with it.</summary>
    public (string State, string Browser) Begin(DateTimeOffset now)
    {
        var browser = Convert.ToHexStringLower(random(NonceBytes));
        var plain = new byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(plain, (now + Lasts).ToUnixTimeSeconds());
        random(NonceBytes).CopyTo(plain, sizeof(long));
        Digest(browser).CopyTo(plain, sizeof(long) + NonceBytes);
        return (Convert.ToHexStringLower(_protector.Protect(plain)), browser);
    }

    /// <summary>What the state says; null where it is not ours, not of that browser, or too old.</summary>
    /// <param name="browser">What the browser brought back.</param>
    public BegunInstall? Read(string? state, string? browser, DateTimeOffset now)
    {
        if (state is not { Length: > 0 and <= MaxLength }) return null;
        if (browser is not { Length: > 0 and <= MaxLength }) return null;
        if (Plain(state) is not { Length: Length } plain) return null;
        var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain));
        var isOfBrowser = CryptographicOperations.FixedTimeEquals(
            plain.AsSpan(sizeof(long) + NonceBytes), Digest(browser));
        return isOfBrowser && now < until
            ? new BegunInstall(Convert.ToHexStringLower(SHA256.HashData(plain)), until)
            : null;
    }

    private byte[]? Plain(string state)
    {
        try
        {
            return _protector.Unprotect(Convert.FromHexString(state));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Digest(string browser) => SHA256.HashData(Encoding.UTF8.GetBytes(browser));
}

/// <summary>An installation that was begun here.</summary>
/// <param name="Id">Of its own; tells nothing of the state.</param>
internal sealed record BegunInstall(string Id, DateTimeOffset Until);
