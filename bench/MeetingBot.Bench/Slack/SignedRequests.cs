using System.Security.Cryptography;
using System.Text.Unicode;

namespace MeetingBot.Bench.Slack;

/// <summary>Puts forms into requests that are signed as Slack signs them; for one connection.</summary>
internal sealed class SignedRequests
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly byte[] Key = System.Text.Encoding.ASCII.GetBytes(Secret);

    private readonly byte[] _signed = new byte[16 * 1024];

    /// <summary>The request that brings a form, written into the buffer.</summary>
    public ReadOnlyMemory<byte> Post(byte[] buffer, string path, ReadOnlySpan<byte> form)
    {
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        Utf8.TryWrite(_signed, $"v0:{seconds}:", out var before);
        form.CopyTo(_signed.AsSpan(before));
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, _signed.AsSpan(0, before + form.Length), mac);
        Span<char> hex = stackalloc char[2 * mac.Length];
        Convert.TryToHexStringLower(mac, hex, out _);
        Utf8.TryWrite(buffer,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: {seconds}\r\nX-Slack-Signature: v0={hex}\r\nContent-Length: {form.Length}\r\n\r\n",
            out var head);
        form.CopyTo(buffer.AsSpan(head));
        return buffer.AsMemory(0, head + form.Length);
    }
}
