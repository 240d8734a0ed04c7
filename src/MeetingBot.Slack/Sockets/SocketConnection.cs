using System.Buffers;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Sockets;

/// <summary>
/// One connection: reads what comes, hands each delivery to the door at once, and acknowledges it when the door has
/// taken it. What the door could not take is not acknowledged: Slack sends it again.
/// </summary>
internal sealed class SocketConnection : IDisposable
{
    /// <summary>Most bytes of a message; Slack's own are far smaller.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>Most deliveries that the door has at once from a connection; more wait in the socket.</summary>
    private const int MostAtOnce = 100;

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(3);

    private readonly WebSocket _socket;
    private readonly SlackDoor _door;
    private readonly ILogger _logger;
    private readonly Lazy<Task> _answered;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);
    private readonly TaskCompletionSource _greeted = Completion();
    private readonly TaskCompletionSource<string> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SocketConnection(WebSocket socket, SlackDoor door, ILogger logger)
    {
        (_socket, _door, _logger) = (socket, door, logger);
        _answered = new Lazy<Task>(AnswerAllAsync);
    }

    /// <summary>Slack has greeted: deliveries come here from now on.</summary>
    public Task Greeted => _greeted.Task;

    /// <summary>Slack will end the connection soon, and why.</summary>
    public Task<string> Leaving => _leaving.Task;

    /// <summary>Reads until the connection ends, however it does. Never throws.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await NextAsync(frame, cancel).ConfigureAwait(false))
                await TakeAsync(frame, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            if (!cancel.IsCancellationRequested && !_closing.IsCancellationRequested)
                Log.SocketBroken(_logger, e.GetType().Name);
        }
        await _answered.Value.ConfigureAwait(false);
    }

    /// <summary>Takes no delivery any more, and says goodbye when those that were taken are acknowledged.</summary>
    public async Task CloseAsync()
    {
        await _answered.Value.ConfigureAwait(false);
        using var inTime = new CancellationTokenSource(Goodbye);
        try
        {
            await _sending.WaitAsync(inTime.Token).ConfigureAwait(false);
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, inTime.Token)
                    .ConfigureAwait(false);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    // Deliveries that the door still has are acknowledged if they can be in time; else they come again.
    private async Task AnswerAllAsync()
    {
        _closing.Cancel();
        var until = Environment.TickCount64 + (long)Goodbye.TotalMilliseconds;
        for (var taken = 0; taken < MostAtOnce; taken++)
        {
            var left = Math.Max(0, until - Environment.TickCount64);
            if (!await _room.WaitAsync(TimeSpan.FromMilliseconds(left)).ConfigureAwait(false)) return;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _closing.Dispose();
        _sending.Dispose();
        _room.Dispose();
    }

    /// <summary>The next whole message; false when there is none any more.</summary>
    private async ValueTask<bool> NextAsync(ArrayBufferWriter<byte> frame, CancellationToken cancel)
    {
        frame.ResetWrittenCount();
        while (true)
        {
            var part = await _socket.ReceiveAsync(frame.GetMemory(8 * 1024), cancel).ConfigureAwait(false);
            if (part.MessageType is WebSocketMessageType.Close) return false;
            frame.Advance(part.Count);
            if (frame.WrittenCount > MostBytes)
            {
                Log.SocketBroken(_logger, "TooLarge");
                return false;
            }
            if (part.EndOfMessage) return true;
        }
    }

    private async ValueTask TakeAsync(ArrayBufferWriter<byte> frame, CancellationToken cancel)
    {
        if (Envelope.Parse(frame.WrittenMemory) is not { } envelope) return;
        switch (envelope)
        {
            case { Type: "hello" }:
                _greeted.TrySetResult();
                break;
            case { Type: "disconnect" }:
                _leaving.TrySetResult(envelope.Reason ?? "");
                break;
            case { Id: not null, Payload: { } payload }:
                using (var open = CancellationTokenSource.CreateLinkedTokenSource(cancel, _closing.Token))
                    await _room.WaitAsync(open.Token).ConfigureAwait(false);
                _ = AnswerAsync(envelope, payload);
                break;
        }
    }

    private async Task AnswerAsync(Envelope envelope, System.Text.Json.JsonElement payload)
    {
        try
        {
            var answer = await _door.TakeAsync(envelope.Type, payload).ConfigureAwait(false);
            // What can't be read now can't be read later either: it need not come again.
            if (answer.Denial is { Status: >= 500 }) return;
            await SendAsync(envelope.Acknowledged(answer.Body)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.SocketBroken(_logger, e.GetType().Name);
        }
        finally
        {
            Free();
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Free()
    {
        try
        {
            _room.Release();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits for it any more.
        }
    }

    private static TaskCompletionSource Completion() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
