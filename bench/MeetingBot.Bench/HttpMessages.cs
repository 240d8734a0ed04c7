using System.Buffers.Text;
using System.Net.Sockets;

namespace MeetingBot.Bench;

/// <summary>
/// Reads HTTP/1.1 messages with a Content-Length off one blocking socket, one after another. A thread each and system
/// calls without a detour: what the harness does not spend, the measured program has.
/// </summary>
internal sealed class HttpMessages(Socket socket)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next message, valid until the next call; false at the end of the connection.</summary>
    public bool Next(out ReadOnlySpan<byte> head, out ReadOnlySpan<byte> body)
    {
        head = body = default;
        int headLength;
        while ((headLength = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            if (!Receive()) return false;

        var bodyLength = BodyLength(_buffer.AsSpan(_start, headLength));
        var whole = headLength + 4 + bodyLength;
        while (_end - _start < whole)
            if (!Receive()) return false;

        head = _buffer.AsSpan(_start, headLength);
        body = _buffer.AsSpan(_start + headLength + 4, bodyLength);
        _start += whole;
        return true;
    }

    private bool Receive()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = socket.Receive(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("\r\nContent-Length:"u8);
        if (at < 0) return 0;
        var digits = head[(at + 17)..].TrimStart((byte)' ');
        return Utf8Parser.TryParse(digits, out int length, out _) ? length : 0;
    }
}
