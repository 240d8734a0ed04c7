using System.Collections.Concurrent;

namespace MeetingBot.Slack.WebApi;

/// <summary>Keeps the messages in one channel apart: Slack takes one a second.</summary>
internal sealed class ChannelPace(TimeProvider time, TimeSpan pace)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(string Tenant, string Channel), DateTimeOffset> _next = new();

    /// <summary>Waits until the channel takes another message, and takes that place.</summary>
    public async ValueTask WaitAsync(string tenant, string channel, CancellationToken cancel)
    {
        if (pace <= TimeSpan.Zero) return;
        if (_next.Count >= Most) Sweep();
        var now = time.GetUtcNow();
        var until = _next.AddOrUpdate(
            (tenant, channel), now + pace, (_, next) => (next > now ? next : now) + pace);
        if (until - pace - now is { Ticks: > 0 } wait)
            await Task.Delay(wait, time, cancel).ConfigureAwait(false);
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (channel, next) in _next)
            if (next <= now) _next.TryRemove(channel, out _);
    }
}
