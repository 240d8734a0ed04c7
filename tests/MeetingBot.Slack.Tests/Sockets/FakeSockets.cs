using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Tests.Sockets;

/// <summary>
/// The server side of Socket Mode on this machine: gives addresses that serve once, to the app's token only; greets,
/// sends what it is told to, and keeps what is acknowledged.
/// </summary>
internal sealed class FakeSockets : IAsyncDisposable
{
    public const string AppToken = "xapp-1-A1-test";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _addresses = new();
    private readonly Channel<Connection> _connections = Channel.CreateUnbounded<Connection>();
    private int _opened;

    private FakeSockets(WebApplication app) => _app = app;

    public Uri ApiUrl { get; private set; } = null!;

    /// <summary>How many of the next calls for an address fail.</summary>
    public int Failing { get; set; }

    /// <summary>Greets no connection while it is set.</summary>
    public bool Silent { get; set; }

    public int Opened => Volatile.Read(ref _opened);

    public static async Task<FakeSockets> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        var slack = new FakeSockets(app);
        app.MapPost("/api/apps.connections.open", slack.OpenAsync);
        app.Map("/link/{ticket}", slack.ConnectAsync);
        app.MapPost("/api/{method}", () => Results.Json(new { ok = false, error = "fatal_error" }));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        slack.ApiUrl = new Uri(address + "/api/");
        return slack;
    }

    /// <summary>The next connection that was made and greeted.</summary>
    public async Task<Connection> NextAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _connections.Reader.ReadAsync(late.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult OpenAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != "Bearer " + AppToken)
            return Results.Json(new { ok = false, error = "not_allowed_token_type" });
        if (Failing-- > 0) return Results.Json(new { ok = false, error = "internal_error" });
        var ticket = $"t{Interlocked.Increment(ref _opened)}";
        _addresses[ticket] = true;
        return Results.Json(new { ok = true, url = $"ws://{ApiUrl.Authority}/link/{ticket}" });
    }

    private async Task ConnectAsync(HttpContext context)
    {
        var ticket = (string)context.Request.RouteValues["ticket"]!;
        if (!_addresses.TryRemove(ticket, out _) || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 408;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new Connection(ticket, socket);
        if (!Silent)
        {
            await connection.SendAsync("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}""");
            await _connections.Writer.WriteAsync(connection);
        }
        await connection.ReadAsync(context.RequestAborted);
    }

    /// <summary>A connection as Slack sees it.</summary>
    internal sealed class Connection(string ticket, WebSocket socket)
    {
        private readonly Channel<JsonElement> _acknowledged = Channel.CreateUnbounded<JsonElement>();

        public string Ticket => ticket;

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task SendAsync(string text) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

        public Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
            socket.SendAsync(bytes, type, true, CancellationToken.None);

        /// <summary>The next acknowledgement.</summary>
        public async Task<JsonElement> AcknowledgedAsync()
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await _acknowledged.Reader.ReadAsync(late.Token);
        }

        /// <summary>Cuts it off without a word.</summary>
        public void Cut() => socket.Abort();

        internal async Task ReadAsync(CancellationToken cancel)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    var part = await socket.ReceiveAsync(buffer, cancel);
                    if (part.MessageType is WebSocketMessageType.Close) break;
                    _acknowledged.Writer.TryWrite(JsonDocument.Parse(buffer.AsMemory(0, part.Count)).RootElement.Clone());
                }
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancel);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                // Cut off.
            }
            Closed.TrySetResult();
        }
    }
}
