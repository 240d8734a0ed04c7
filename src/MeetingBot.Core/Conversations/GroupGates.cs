using System.Collections.Concurrent;

namespace MeetingBot.Conversations;

/// <summary>
/// Lets turns of one group that met a conflict go one after another, so that they do not meet again and again.
/// </summary>
internal sealed class GroupGates
{
    private readonly ConcurrentDictionary<int, Gate> _gates = new();

    /// <summary>Whether somebody has closed the group to all turns that do not go through here.</summary>
    public bool IsClosed(string partition) => _gates.TryGetValue(Number(partition), out var gate) && gate.Closed;

    public async ValueTask<Pass> EnterAsync(string partition, CancellationToken cancel)
    {
        var gate = _gates.GetOrAdd(Number(partition), _ => new Gate());
        await gate.Turns.WaitAsync(cancel);
        return new Pass(gate);
    }

    // Two groups behind one gate only wait for each other.
    private static int Number(string partition) => partition.GetHashCode(StringComparison.Ordinal) & 0xFF;

    internal sealed class Gate
    {
        public SemaphoreSlim Turns { get; } = new(1, 1);

        public volatile bool Closed;
    }

    /// <summary>Held by who is in; disposed, the next may enter.</summary>
    internal sealed class Pass(Gate gate) : IDisposable
    {
        /// <summary>Until this one is out, every turn of the group queues up here.</summary>
        public void Close() => gate.Closed = true;

        public void Dispose()
        {
            gate.Closed = false;
            gate.Turns.Release();
        }
    }
}
