using NodaTime;

namespace MeetingBot.Kit;

/// <summary>A clock that stands until it is moved, and waits that end when it has moved far enough.</summary>
public sealed class FakeTime(Instant now) : IClock
{
    private readonly Lock _gate = new();
    private readonly List<(Instant Due, TaskCompletionSource Done)> _waiting = [];
    private Instant _now = now;

    public static Instant Start { get; } = Instant.FromUtc(2025, 6, 27, 14, 0);

    /// <summary>Lengths that were waited for, in order.</summary>
    public List<Duration> Waits { get; } = [];

    public int Waiting
    {
        get { lock (_gate) return _waiting.Count(wait => !wait.Done.Task.IsCompleted); }
    }

    public Instant GetCurrentInstant()
    {
        lock (_gate) return _now;
    }

    public Task Wait(Duration length, CancellationToken cancel)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            Waits.Add(length);
            _waiting.Add((_now + length, done));
        }
        cancel.Register(() => done.TrySetCanceled(cancel));
        return done.Task;
    }

    public void Advance(Duration length)
    {
        List<TaskCompletionSource> due;
        lock (_gate)
        {
            _now += length;
            due = [.. _waiting.Where(wait => wait.Due <= _now).Select(wait => wait.Done)];
            _waiting.RemoveAll(wait => wait.Due <= _now || wait.Done.Task.IsCompleted);
        }
        foreach (var done in due) done.TrySetResult();
    }

    /// <summary>Moves on to where the next wait ends, unless that is longer away.</summary>
    public void PassNext(Duration most)
    {
        Instant? next;
        lock (_gate)
        {
            next = _waiting.Where(wait => !wait.Done.Task.IsCompleted && wait.Due <= _now + most)
                .Min(wait => (Instant?)wait.Due);
        }
        if (next is { } due) AdvanceTo(due);
    }

    public void AdvanceTo(Instant to) => Advance(to - GetCurrentInstant());
}
