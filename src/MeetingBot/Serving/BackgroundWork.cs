using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;

namespace MeetingBot.Program.Serving;

/// <summary>
/// Runs the outbox, the timers and the sweeping while the service runs. It stops after the web server has answered its
/// last request; what is not delivered then stays in the store.
/// </summary>
internal sealed class BackgroundWork(
    Outbox outbox, TimerLoop timers, TimerRecall recall, SeenSweeper sweeper) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private Task _work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before the first request is let in: what was promised before the last end goes before what is promised now.
    public Task StartingAsync(CancellationToken cancellationToken) => outbox.StartAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _work = Task.WhenAll(
            Task.Run(() => outbox.RunAsync(_stopping.Token), CancellationToken.None),
            Task.Run(RunTimersAsync, CancellationToken.None),
            Task.Run(() => sweeper.RunAsync(_stopping.Token), CancellationToken.None));
        return Task.CompletedTask;
    }

    private async Task RunTimersAsync()
    {
        await recall.RunAsync(FollowZoneRules.Timer, ZoneRules.Version, _stopping.Token);
        await timers.RunAsync(_stopping.Token);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _work;
        using var patience = new CancellationTokenSource(LongestStop);
        try
        {
            await outbox.StopAsync(patience.Token);
        }
        catch (Exception error) when (error is Tables.TableUnavailableException or OperationCanceledException)
        {
            // The store is away: the next start finds everything as it is.
        }
    }

    public void Dispose() => _stopping.Dispose();
}
