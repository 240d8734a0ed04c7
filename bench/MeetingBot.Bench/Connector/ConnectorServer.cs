using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeetingBot.Bench.Connector;

/// <summary>
/// A Bot Connector that takes everything at once, in a process of its own so that its time is not the bot's. It also
/// answers <c>GET /counts</c>, <c>GET /seen</c> (a bit for each line that was replied to) and <c>GET /edits/N</c> (the
/// edits of messages in a conversation).
/// </summary>
internal static class ConnectorServer
{
    /// <summary>Prints its port, then serves until its standard input ends.</summary>
    public static int Run(int conversations)
    {
        var (check, edits) = (new ReplyCheck(conversations), new EditCheck(conversations));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        new Thread(() => Accept(listener, check, edits)) { IsBackground = true }.Start();
        while (Console.In.Read() >= 0)
        {
            // Nothing is said there: it ends with the process that holds it.
        }
        return 0;
    }

    private static void Accept(TcpListener listener, ReplyCheck check, EditCheck edits)
    {
        while (true)
        {
            var socket = listener.AcceptSocket();
            socket.NoDelay = true;
            new Thread(() => Serve(socket, check, edits), 256 * 1024) { IsBackground = true }.Start();
        }
    }

    private static void Serve(Socket socket, ReplyCheck check, EditCheck edits)
    {
        using var _ = socket;
        var messages = new HttpMessages(socket);
        var answer = new byte[256];
        var number = 0L;
        try
        {
            while (messages.Next(out var head, out var body))
            {
                if (head.StartsWith("GET "u8))
                {
                    Tell(socket, head.StartsWith("GET /seen"u8) ? check.Seen.ToBytes()
                        : head.StartsWith("GET /edits/"u8) ? edits.Tell(head)
                        : Encoding.ASCII.GetBytes(check.Counts()));
                    continue;
                }
                if (head.StartsWith("PUT "u8)) edits.Take(head, body);
                else check.Take(head, body);
                System.Text.Unicode.Utf8.TryWrite(answer,
                    $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n{{\"id\":\"r{number++:D12}\"}}", out var length);
                socket.Send(answer.AsSpan(0, length));
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
