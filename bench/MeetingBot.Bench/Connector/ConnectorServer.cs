using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeetingBot.Bench.Connector;

/// <summary>
/// A platform that takes everything at once, in a process of its own so that its time is not the bot's. It also answers
/// <c>GET /counts</c>, <c>GET /seen</c> (a bit for each line that was replied to) and <c>GET /edits/N</c> (the edits of
/// messages in a conversation).
/// </summary>
internal static class ConnectorServer
{
    /// <summary>Prints its port, then serves until its standard input ends.</summary>
    public static int Run(IPlatform platform)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        new Thread(() => Accept(listener, platform)) { IsBackground = true }.Start();
        while (Console.In.Read() >= 0)
        {
            // Nothing is said there: it ends with the process that holds it.
        }
        return 0;
    }

    private static void Accept(TcpListener listener, IPlatform platform)
    {
        try
        {
            while (true)
            {
                var socket = listener.AcceptSocket();
                socket.NoDelay = true;
                new Thread(() => Serve(socket, platform), 256 * 1024) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // Nobody calls any more.
        }
    }

    private static void Serve(Socket socket, IPlatform platform)
    {
        using var _ = socket;
        var messages = new HttpMessages(socket);
        var (answer, json) = (new byte[2048], new byte[1024]);
        try
        {
            while (messages.Next(out var head, out var body))
            {
                if (head.StartsWith("GET "u8))
                {
                    Tell(socket, head.StartsWith("GET /seen"u8) ? platform.Replies.Seen.ToBytes()
                        : head.StartsWith("GET /edits/"u8) ? platform.Edits.Tell(head)
                        : Encoding.ASCII.GetBytes(platform.Counts()));
                    continue;
                }
                var length = platform.Take(head, body, json);
                System.Text.Unicode.Utf8.TryWrite(answer,
                    $"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\n\r\n", out var before);
                json.AsSpan(0, length).CopyTo(answer.AsSpan(before));
                socket.Send(answer.AsSpan(0, before + length));
            }
        }
        catch (SocketException)
        {
            // The bot is gone.
        }
    }

    private static void Tell(Socket socket, byte[] body)
    {
        socket.Send(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {body.Length}\r\n\r\n"));
        socket.Send(body);
    }
}

/// <summary>What a platform answers, and what it was sent.</summary>
internal interface IPlatform
{
    ReplyCheck Replies { get; }

    EditCheck Edits { get; }

    /// <summary>Takes a call, and writes the JSON that answers it.</summary>
    /// <returns>How many bytes that is.</returns>
    int Take(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, Span<byte> answer);

    /// <summary>The numbers of <see cref="ReplyCounts"/>, in its order.</summary>
    string Counts();
}
