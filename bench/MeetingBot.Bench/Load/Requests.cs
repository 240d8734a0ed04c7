using System.Text.Unicode;

namespace MeetingBot.Bench.Load;

/// <summary>Puts activities into requests.</summary>
internal static class Requests
{
    /// <summary>The request that brings an activity, written into the buffer.</summary>
    /// <param name="token">The bearer token; null for a door without.</param>
    public static ReadOnlyMemory<byte> Post(byte[] buffer, ReadOnlySpan<byte> activity, string? token)
    {
        var authorization = token is null ? "" : "Authorization: Bearer ";
        var end = token is null ? "" : "\r\n";
        Utf8.TryWrite(buffer,
            $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n{authorization}{token}{end}Content-Type: application/json; charset=utf-8\r\nContent-Length: {activity.Length}\r\n\r\n",
            out var head);
        activity.CopyTo(buffer.AsSpan(head));
        return buffer.AsMemory(0, head + activity.Length);
    }
}
