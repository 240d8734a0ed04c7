using System.Diagnostics;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Load;

namespace MeetingBot.Bench.Rounds;

/// <summary>
/// What the 100th and the 100,000th line of one meeting cost: the time of the thousand lines from there on, said one
/// after another in a group chat by twenty people. Another meeting warms the bot up before.
/// </summary>
internal static class GrowthRound
{
    private const int Early = 100;
    private const int Late = 100_000;
    private const int Block = 1_000;
    private const int WarmUp = 20_000;

    public static async Task<Growth> RunAsync(Options options)
    {
        var (subject, connections) = (Subject.Bot(options), options.Connections);
        using var setting = await Setting.StartAsync(subject, connections, conversations: 1, inGroup: true);
        await WarmUpAsync(setting, subject);

        var load = setting.Load;
        load.StartMeetings();
        await SayAsync(setting, Early, connections);
        var early = await MeasureAsync(setting);
        await SayAsync(setting, Late - load.Lines, connections);
        return new Growth(early, await MeasureAsync(setting));
    }

    // In a group of its own, so that the measured meeting begins small; its replies are not the measured ones.
    private static async Task WarmUpAsync(Setting setting, Subject subject)
    {
        using var connector = ConnectorProcess.Start("connector", conversations: 1);
        var load = new LoadGenerator(setting.Bot.Port, () => new Activities(connector.Address, subject.LineText, inGroup: false), 1, 1, []);
        await Task.Run(load.StartMeetings);
        await Task.Run(() => load.Say(WarmUp, over: 1));
        await connector.DrainAsync(load.Lines);
    }

    private static async Task<GrowthBlock> MeasureAsync(Setting setting)
    {
        var clock = Stopwatch.StartNew();
        var latency = await SayAsync(setting, Block, over: 1);
        return new GrowthBlock(clock.Elapsed, latency.At(0.5));
    }

    private static async Task<LatencyHistogram> SayAsync(Setting setting, int lines, int over)
    {
        var latency = await Task.Run(() => setting.Load.Say(lines, over));
        await setting.Connector.DrainAsync(setting.Load.Lines);
        return latency;
    }
}

/// <summary>Two blocks of a thousand lines.</summary>
internal sealed record Growth(GrowthBlock Early, GrowthBlock Late);

/// <summary>How long a thousand lines took with their replies, and the median of one.</summary>
internal sealed record GrowthBlock(TimeSpan Length, TimeSpan P50);
