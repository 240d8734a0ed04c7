using System.Runtime.CompilerServices;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>What happened, in order, and a way to wait for what is to happen.</summary>
public sealed class Recording<T>
{
    private readonly Lock gate = new();
    private readonly List<T> all = [];
    private TaskCompletionSource added = NewSignal();

    public void Add(T item)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            all.Add(item);
            (signal, added) = (added, NewSignal());
        }
        signal.SetResult();
    }

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<T> Snapshot()
    {
        lock (gate) return [.. all];
    }

    /// <summary>Waits until so many that fit were there, from the beginning on, and returns the last of them.</summary>
    /// <exception cref="TimeoutException">It did not happen within the limit.</exception>
    public async Task<T> WaitAsync(Func<T, bool> fits, TimeSpan limit, Func<string> what, int count = 1)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await foreach (var item in FollowAsync(patience.Token))
                if (fits(item) && --count == 0) return item;
        }
        catch (OperationCanceledException)
        {
            // Told below, with what was waited for.
        }
        throw new TimeoutException($"After {limit.TotalSeconds:F0} s still missing: {what()}");
    }

    /// <summary>Everything from the beginning on, as it comes.</summary>
    public async IAsyncEnumerable<T> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (var next = 0; ; next++)
        {
            while (true)
            {
                Task more;
                lock (gate)
                {
                    if (next < all.Count) break;
                    more = added.Task;
                }
                await more.WaitAsync(cancel);
            }
            T item;
            lock (gate) item = all[next];
            yield return item;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
