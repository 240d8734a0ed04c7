using System.Buffers.Text;
using System.Net.Sockets;

namespace MeetingBot.Bench;

/// <summary>
/// Reads HTTP/1.1 messages off one blocking socket, one after another; a body in chunks stays as it came. A thread each and system
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

        int bodyLength;
        while ((bodyLength = BodyLength(_buffer.AsSpan(_start, headLength), _buffer.AsSpan(_start + headLength + 4, _end - _start - headLength - 4))) < 0)
            if (!Receive()) return false;
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

    // Below zero: it can't be known yet.
    private static int BodyLength(ReadOnlySpan<byte> head, ReadOnlySpan<byte> come)
    {
        if (After(head, "\r\nContent-Length:"u8, "\r\ncontent-length:"u8) is var digits and not [])
            return Utf8Parser.TryParse(digits.TrimStart((byte)' '), out int length, out _) ? length : 0;
        if (After(head, "\r\nTransfer-Encoding: chunked"u8, "\r\ntransfer-encoding: chunked"u8, ifPresent: true) is []) return 0;
        var at = 0;
        while (come[at..].IndexOf("\r\n"u8) is > 0 and var line)
        {
            if (!Utf8Parser.TryParse(come[at..], out int chunk, out _, 'X')) return 0;
            at += line + 2 + chunk + 2;
            if (chunk == 0) return at;
            if (at > come.Length) break;
        }
        return -1;
    }

    // What follows the name of the header; of one that is only to be there, itself.
    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name, ReadOnlySpan<byte> otherwise, bool ifPresent = false)
    {
        var at = head.IndexOf(name);
        if (at < 0) at = head.IndexOf(otherwise);
        return at < 0 ? [] : head[(ifPresent ? at : at + name.Length)..];
    }
}
