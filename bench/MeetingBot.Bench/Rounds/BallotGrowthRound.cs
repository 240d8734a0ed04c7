using System.Diagnostics;
using MeetingBot.Bench.Load;

namespace MeetingBot.Bench.Rounds;

/// <summary>
/// What a ballot costs on a poll that already has 10, 1,000 and 10,000: voters change theirs one after another over one
/// connection, in turns of two seconds on each poll, so that all three meet the same bot and the same minutes of the
/// machine. The bot is warmed up on the smallest.
/// </summary>
internal static class BallotGrowthRound
{
    private const int Turns = 4;

    private static readonly int[] Sizes = [10, 1_000, 10_000];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public static async Task<List<GrownPoll>> RunAsync(Options options)
    {
        using var setting = await Setting.StartAsync(Subject.Bot(options), options.Connections, Sizes.Length, inGroup: true);
        var polls = Sizes.Select((size, group) => new Measured(new PollLoad(setting.Bot.Port, setting.Connector.Address, group, size))).ToList();
        foreach (var poll in polls)
        {
            await Task.Run(poll.Load.Open);
            await Task.Run(() => poll.Load.Fill(options.Connections));
        }
        await CastAsync(setting, new Measured(polls[0].Load), WarmUp);
        for (var turn = 0; turn < Turns; turn++)
            foreach (var poll in polls) await CastAsync(setting, poll, Turn);
        return [.. polls.Select(poll => poll.ToFigures())];
    }

    // Another turn begins when the card is drawn for the last time in this one.
    private static async Task CastAsync(Setting setting, Measured poll, TimeSpan length)
    {
        var state = new LoadState { Measuring = true };
        var (clock, cpu, edits) = (Stopwatch.StartNew(), setting.Bot.Cpu, await setting.Connector.EditsAsync(poll.Load.Conversation));
        var running = poll.Load.Begin(state, over: 1);
        await Task.Delay(length);
        state.Stopped = true;
        await Task.Run(() => Connections.Join(running));
        var (took, spent) = (clock.Elapsed, setting.Bot.Cpu - cpu);
        var drawn = await SharedCard.IsDrawnAsync(setting.Connector, poll.Load);
        var after = await setting.Connector.EditsAsync(poll.Load.Conversation);
        poll.Add(running, took, spent, after.Count - edits.Count, after.Closest, drawn);
    }

    private sealed class Measured(PollLoad load)
    {
        private readonly LatencyHistogram _latency = new();
        private (long Ballots, long Refused, long Draws, TimeSpan Length, TimeSpan Cpu, TimeSpan Closest, bool Drawn) _sum = (0, 0, 0, default, default, default, true);

        public PollLoad Load => load;

        public void Add(
            List<(LoadConnection Connection, Thread Thread)> done, TimeSpan length, TimeSpan cpu, long draws, TimeSpan closest, bool drawn)
        {
            _latency.Add(Connections.Latency(done));
            _sum = (_sum.Ballots + done.Sum(one => one.Connection.Accepted), _sum.Refused + Connections.Refused(done), _sum.Draws + draws,
                _sum.Length + length, _sum.Cpu + cpu, closest, _sum.Drawn && drawn);
        }

        public GrownPoll ToFigures() => new(load.Voters, new BallotFigures(
            _sum.Ballots / _sum.Length.TotalSeconds, _latency.At(0.5), _latency.At(0.99), _sum.Cpu / Math.Max(1, _sum.Ballots),
            _sum.Draws / _sum.Length.TotalSeconds, _sum.Closest, _sum.Refused, _sum.Drawn));
    }
}

/// <summary>The cost of a ballot on a poll that has so many.</summary>
internal sealed record GrownPoll(int Ballots, BallotFigures Figures);
