using System.Net.WebSockets;
using MeetingBot.Conversations.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Slack.Sockets;

/// <summary>
/// Socket Mode: in place of being called by Slack the service calls it, and gets over its connections what would have
/// been posted. For groups behind a firewall. Each connection is replaced before Slack ends it.
/// </summary>
internal sealed class SocketMode(
    Func<SlackServer> server, Func<SlackDoor> door, SlackOptions options, TimeProvider time, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Greeting = TimeSpan.FromSeconds(10);

    /// <summary>Slack's word for an app whose Socket Mode was switched off.</summary>
    private const string Disabled = "link_disabled";

    private static readonly Duration WhileDisabled = Duration.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Connections).Select(_ => KeepAsync(stoppingToken)));

    /// <summary>Keeps one connection up until stopped. Never throws.</summary>
    private async Task KeepAsync(CancellationToken cancel)
    {
        SocketConnection? before = null;
        for (var failures = 0; !cancel.IsCancellationRequested;)
        {
            var (connection, after) = await OpenAsync(cancel).ConfigureAwait(false);
            if (connection is null)
            {
                await PauseAsync(Backoff.After(failures++, Random.Shared.NextDouble(), after), cancel)
                    .ConfigureAwait(false);
                continue;
            }
            var reading = ReadAsync(connection, cancel);
            if (!await IsGreetedAsync(connection, reading, cancel).ConfigureAwait(false))
            {
                await connection.CloseAsync().ConfigureAwait(false);
                await PauseAsync(Backoff.After(failures++, Random.Shared.NextDouble()), cancel).ConfigureAwait(false);
                continue;
            }
            failures = 0;
            // Only now: between the two connections no delivery is without one.
            if (before is not null) await before.CloseAsync().ConfigureAwait(false);
            before = connection;

            await Task.WhenAny(reading, connection.Leaving).ConfigureAwait(false);
            if (connection.Leaving is { IsCompletedSuccessfully: true, Result: Disabled })
            {
                Log.SocketDisabled(logger);
                await PauseAsync(WhileDisabled, cancel).ConfigureAwait(false);
            }
        }
        if (before is not null) await before.CloseAsync().ConfigureAwait(false);
    }

    private static async Task ReadAsync(SocketConnection connection, CancellationToken cancel)
    {
        using (connection) await connection.ReadAsync(cancel).ConfigureAwait(false);
    }

    private async ValueTask<(SocketConnection? Connection, Duration? After)> OpenAsync(CancellationToken cancel)
    {
        try
        {
            var slack = server();
            var opened = await slack.Api.OpenSocketAsync(options.AppToken!, cancel).ConfigureAwait(false);
            if (slack.Hosts.Socket(opened.Text("url")) is not { } address)
            {
                if (opened.Ok) Log.ForeignHost(logger);
                return (null, opened.RetryAfter);
            }
            var socket = new ClientWebSocket();
            socket.Options.KeepAliveInterval = Ping;
            socket.Options.KeepAliveTimeout = Silence;
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            inTime.CancelAfter(Greeting);
            try
            {
                await socket.ConnectAsync(address, inTime.Token).ConfigureAwait(false);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
            return (new SocketConnection(socket, door(), logger), null);
        }
        catch (Exception e)
        {
            if (!cancel.IsCancellationRequested) Log.SocketBroken(logger, e.GetType().Name);
            return (null, null);
        }
    }

    private async ValueTask<bool> IsGreetedAsync(
        SocketConnection connection, Task reading, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var waiting = Task.Delay(Greeting, time, late.Token);
        var first = await Task.WhenAny(connection.Greeted, reading, waiting).ConfigureAwait(false);
        await late.CancelAsync().ConfigureAwait(false);
        return first == connection.Greeted;
    }

    private async ValueTask PauseAsync(Duration length, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(length.ToTimeSpan(), time, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopping is what the caller looks at next.
        }
    }
}
