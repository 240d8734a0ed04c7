namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// Batches on their way to the one writer thread, bounded. The writer sleeps while it has nothing to do, where
/// a channel's wait would spin away the time that its callers need.
/// </summary>
/// <remarks>
/// Callers who commit again and again would fall into two halves, one waiting while the other is flushed. So
/// the writer gives those of the last group a moment to come back before it takes the next one.
/// </remarks>
internal sealed class CommitQueue(int capacity) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly object gate = new();
    private readonly SemaphoreSlim room = new(capacity);
    private List<PendingBatch> waiting = [];
    private int wanted = 1;
    private bool closed;

    /// <summary>Adds a batch, waiting for room if need be; false once the queue is closed.</summary>
    public async ValueTask<bool> AddAsync(PendingBatch batch, CancellationToken cancel)
    {
        await room.WaitAsync(cancel).ConfigureAwait(false);
        lock (gate)
        {
            if (!closed)
            {
                waiting.Add(batch);
                if (waiting.Count == 1 || waiting.Count == wanted) Monitor.Pulse(gate);
                return true;
            }
        }
        room.Release();
        return false;
    }

    /// <summary>Sleeps until there are batches and takes them all; false when closed and empty.</summary>
    /// <param name="group">An empty list, exchanged for the one that filled meanwhile.</param>
    public bool Take(ref List<PendingBatch> group)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed) Monitor.Wait(gate);
            if (waiting.Count < wanted && !closed) Monitor.Wait(gate, Moment);
            (waiting, group) = (group, waiting);
            wanted = Math.Max(1, group.Count * 3 / 4);
        }
        if (group.Count > 0) room.Release(group.Count);
        return group.Count > 0;
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Who comes later gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => room.Dispose();
}
