using System.Collections.Concurrent;

namespace MeetingBot.Slack.WebApi;

/// <summary>Keeps the messages in one channel apart: Slack takes one a second.</summary>
internal sealed class ChannelPace(TimeProvider time, TimeSpan pace)
{
    private const int PacesToSweep = 10;

    private readonly ConcurrentDictionary<(string Tenant, string Channel), DateTimeOffset> _next = new();
    private long _sweepAt;

    /// <summary>Waits until the channel takes another message, and takes that place.</summary>
    public async ValueTask WaitAsync(string tenant, string channel, CancellationToken cancel)
    {
        if (pace <= TimeSpan.Zero) return;
        Sweep(time.GetUtcNow());
        while (true)
        {
            var now = time.GetUtcNow();
            if (_next.TryAdd((tenant, channel), now + pace)) return;
            if (!_next.TryGetValue((tenant, channel), out var next)) continue;
            if (next > now) await Task.Delay(next - now, time, cancel).ConfigureAwait(false);
            else if (_next.TryUpdate((tenant, channel), now + pace, next)) return;
        }
    }

    /// <summary>A call of it has ended: however long it was on its way, the next one comes a pace after it.</summary>
    public void Ended(string tenant, string channel)
    {
        if (pace <= TimeSpan.Zero) return;
        var earliest = time.GetUtcNow() + pace;
        _next.AddOrUpdate((tenant, channel), earliest, (_, next) => next > earliest ? next : earliest);
    }

    // By time and by one of all: counting the channels would stop everybody each time.
    private void Sweep(DateTimeOffset now)
    {
        var due = Volatile.Read(ref _sweepAt);
        if (now.Ticks < due) return;
        if (Interlocked.CompareExchange(ref _sweepAt, (now + PacesToSweep * pace).Ticks, due) != due) return;
        foreach (var channel in _next)
            if (channel.Value <= now) _next.TryRemove(channel);
    }
}
