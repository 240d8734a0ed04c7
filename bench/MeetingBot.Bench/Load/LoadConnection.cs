using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeetingBot.Bench.Load;

/// <summary>One keep-alive connection to the bot, on a thread of its own: the next request follows the last answer.</summary>
internal sealed class LoadConnection(int port, Func<byte[], Sent?> next, LoadState state)
{
    private readonly byte[] _buffer = new byte[16 * 1024];

    public LatencyHistogram Latency { get; } = new();

    /// <summary>Answers that were no success.</summary>
    public long Refused { get; private set; }

    /// <summary>Answers with success while measuring.</summary>
    public long Accepted { get; private set; }

    /// <summary>The first of them.</summary>
    public string? FirstRefusal { get; private set; }

    public Exception? Failure { get; private set; }

    public Thread Start()
    {
        var thread = new Thread(Run, 256 * 1024) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Run()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            var answers = new HttpMessages(socket);
            while (!state.Stopped && next(_buffer) is { } sent) Exchange(socket, answers, sent);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            Failure = e;
        }
    }

    private void Exchange(Socket socket, HttpMessages answers, Sent sent)
    {
        var started = Stopwatch.GetTimestamp();
        socket.Send(sent.Request.Span);
        if (!answers.Next(out var head, out var body)) throw new IOException("The bot closed the connection.");

        var accepted = head.StartsWith("HTTP/1.1 2"u8) && body.IndexOf(sent.Proof.Span) >= 0;
        if (accepted && sent.Line is { } line) state.Accepted.Add(line);
        if (!accepted) Refuse(head, body);
        if (!state.Measuring) return;
        Latency.Add(Stopwatch.GetElapsedTime(started));
        if (accepted) Accepted++;
    }

    private void Refuse(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        Refused++;
        FirstRefusal ??= $"{Encoding.UTF8.GetString(head[..head.IndexOf("\r\n"u8)])} {Encoding.UTF8.GetString(body)}";
    }
}

/// <summary>A request to send, and which line it is.</summary>
/// <param name="Proof">What stands in the answer's body if it was done; empty where the status says it.</param>
internal readonly record struct Sent(ReadOnlyMemory<byte> Request, int? Line, ReadOnlyMemory<byte> Proof = default);

/// <summary>What the connections of one load share.</summary>
internal sealed class LoadState
{
    public LineLedger Accepted { get; } = new();

    public volatile bool Measuring;
    public volatile bool Stopped;
}
