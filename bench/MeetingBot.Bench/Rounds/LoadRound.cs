using System.Diagnostics;

namespace MeetingBot.Bench.Rounds;

/// <summary>One measured run: a fresh bot, its meetings, a warm-up, the window, and the check that nothing was lost.</summary>
internal static class LoadRound
{
    /// <param name="beforeLoad">Called when the meetings run, before the first line.</param>
    /// <param name="afterDrain">Called with the number of accepted lines when each has its reply.</param>
    public static async Task<Figures> RunAsync(
        Subject subject, Options options, Dictionary<string, string>? store = null, Action? beforeLoad = null, Action<long>? afterDrain = null)
    {
        using var setting = await Setting.StartAsync(subject, options.Connections, options.Conversations, store);
        if (subject.HasMeetings) setting.Load.StartMeetings();
        beforeLoad?.Invoke();
        var figures = await MeasureAsync(setting, subject.Name, options);
        afterDrain?.Invoke(setting.Load.State.Accepted.Count);
        return figures;
    }

    /// <summary>Warm-up, window and check of a bot that is there.</summary>
    /// <param name="inAnswer">A line is replied to in the answer to its request, and nowhere else.</param>
    public static async Task<Figures> MeasureAsync(Setting setting, string name, Options options, bool inAnswer = false)
    {
        var (bot, connector, load) = (setting.Bot, setting.Connector, setting.Load);
        var running = load.Begin();
        await Task.Delay(TimeSpan.FromSeconds(options.WarmUp));
        load.State.Measuring = true;
        var (clock, cpu, before) = (Stopwatch.StartNew(), bot.Cpu, await connector.CountsAsync());
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        load.State.Measuring = false;
        var (length, spent, after) = (clock.Elapsed, bot.Cpu - cpu, await connector.CountsAsync());
        load.Stop(running);
        var resident = bot.ResidentMegabytes;

        if (Load.Connections.FirstRefusal(running) is { } refusal)
            await Console.Error.WriteLineAsync($"{name}: the first refusal was: {refusal}");
        var latency = Load.Connections.Latency(running);
        var lines = inAnswer ? running.Sum(one => one.Connection.Accepted) : after.Replies - before.Replies;
        var left = Stopwatch.StartNew();
        var faults = inAnswer ? 0 : await FaultsAsync(setting);
        return new Figures(
            lines / length.TotalSeconds, latency.At(0.5).TotalMilliseconds, latency.At(0.99).TotalMilliseconds,
            spent.TotalMicroseconds / Math.Max(1, lines), resident, bot.StartUp.TotalMilliseconds,
            Load.Connections.Refused(running), faults, left.Elapsed.TotalMilliseconds);
    }

    // Every accepted line has its one reply, and no reply is for a line that was not said.
    private static async Task<long> FaultsAsync(Setting setting)
    {
        var accepted = setting.Load.State.Accepted;
        await setting.Connector.DrainAsync(accepted.Count);
        var counts = await setting.Connector.CountsAsync();
        var seen = await setting.Connector.SeenAsync();
        return accepted.CountMissingFrom(seen) + LineLedger.CountFrom(seen, setting.Load.Lines) + counts.Repeated + counts.Strayed;
    }
}
