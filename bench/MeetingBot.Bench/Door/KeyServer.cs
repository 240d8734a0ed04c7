using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeetingBot.Bench.Door;

/// <summary>Serves the OpenID metadata and the keys of the door's tokens on loopback.</summary>
internal sealed class KeyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _keys;

    public KeyServer(string keys)
    {
        _keys = keys;
        _listener.Start();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public Uri Metadata => new(Origin, ".well-known/openidconfiguration");

    private Uri Origin => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public void Dispose() => _listener.Dispose();

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var socket = _listener.AcceptSocket();
                var requests = new HttpMessages(socket);
                while (requests.Next(out var head, out _)) Answer(socket, head.StartsWith("GET /keys"u8) ? _keys : Document());
            }
        }
        catch (SocketException)
        {
            // Nobody needs the keys any more.
        }
    }

    private string Document() => $$"""
        {"issuer":"https://api.botframework.com","jwks_uri":"{{Origin}}keys","id_token_signing_alg_values_supported":["RS256"]}
        """;

    private static void Answer(Socket socket, string json) => socket.Send(Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {json.Length}\r\n\r\n{json}"));
}
