using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>A mistake of ours is not logged as a store that does not answer.</summary>
public sealed class BackgroundFailureTests : IDisposable
{
    private const string Failed = "Error 105";
    private const string Unavailable = "Warning 104";

    private readonly MemoryTable _table = new();
    private readonly FakeTime _time = new(FakeTime.Start);
    private readonly FakeLog _log = new();
    private readonly Bot _bot;

    public BackgroundFailureTests() => _bot = new Bot(_table, _time, new FakeChannel(), "a", exclusive: false, _log);

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData(true, Failed)]
    [InlineData(false, Unavailable)]
    public async Task Outbox_SaysWhatItWas(bool ours, string logged)
    {
        Break(ours);

        await _bot.Outbox.StartAsync(CancellationToken.None);

        Assert.StartsWith(logged, Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, Failed)]
    [InlineData(false, Unavailable)]
    public Task Timers_SayWhatItWas(bool ours, string logged) => RunsAsync(_bot.Timers.RunAsync, ours, logged);

    [Theory]
    [InlineData(true, Failed)]
    [InlineData(false, Unavailable)]
    public Task Sweeper_SaysWhatItWas(bool ours, string logged) => RunsAsync(_bot.Sweeper.RunAsync, ours, logged);

    private async Task RunsAsync(Func<CancellationToken, Task> run, bool ours, string logged)
    {
        Break(ours);
        using var stop = new CancellationTokenSource();

        var running = run(stop.Token);
        await Eventually.Until(
            () =>
            {
                if (_log.Lines.Count == 0 && _time.Waiting > 0) _time.Advance(Duration.FromMinutes(5));
                return _log.Lines.Count > 0;
            },
            "it is logged");

        Assert.StartsWith(logged, _log.Lines[0], StringComparison.Ordinal);
        _table.Before = null;
        _table.Faults = _ => Fault.None;
        await stop.CancelAsync();
        await Eventually.Until(
            () =>
            {
                if (_time.Waiting > 0) _time.Advance(Duration.FromMinutes(5));
                return running.IsCompleted;
            },
            "it has stopped");
    }

    private void Break(bool ours)
    {
        if (ours) _table.Before = _ => throw new InvalidOperationException("ours");
        else _table.Faults = _ => Fault.Before;
    }
}
