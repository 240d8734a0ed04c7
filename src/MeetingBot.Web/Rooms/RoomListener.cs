using System.Threading.Channels;

namespace MeetingBot.Web.Rooms;

/// <summary>One open page: keeps at most one signal that was not yet taken.</summary>
public sealed class RoomListener(Action<RoomListener> leave) : IDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private int _left;

    public void Signal() => _signal.Writer.TryWrite(true);

    public async ValueTask WaitAsync(CancellationToken cancel) => await _signal.Reader.ReadAsync(cancel);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0) leave(this);
    }
}
