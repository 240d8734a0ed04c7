using Microsoft.Extensions.Hosting;

namespace MeetingBot.Slack;

/// <summary>
/// Lets what the door has begun come to its end before the process stops: Slack was told that it is taken, and will not
/// send it again. It stops after the web server and the sockets, which take nothing new by then.
/// </summary>
internal sealed class DoorDrain(TimeProvider time) : IHostedService
{
    /// <summary>Who stops the service does not wait longer for a store that is away.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private int _begun;

    /// <summary>Something is begun that is to end; <see cref="End"/> follows.</summary>
    public void Begin() => Interlocked.Increment(ref _begun);

    public void End() => Interlocked.Decrement(ref _begun);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestStop, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            while (Volatile.Read(ref _begun) > 0) await Task.Delay(Look, time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What was stored is; the rest is as if the process had been killed.
        }
    }
}
