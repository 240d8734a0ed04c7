using System.Collections.Concurrent;

namespace MeetingBot.Conversations;

/// <summary>Lets turns of one group that met a conflict go one after another, so that they do not meet again and again.</summary>
internal sealed class GroupGates
{
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _gates = new();

    public async ValueTask<IDisposable> EnterAsync(string partition, CancellationToken cancel)
    {
        // Two groups behind one gate only wait for each other.
        var gate = _gates.GetOrAdd(partition.GetHashCode(StringComparison.Ordinal) & 0xFF, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancel);
        return new Exit(gate);
    }

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
