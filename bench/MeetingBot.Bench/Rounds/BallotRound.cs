using System.Diagnostics;
using MeetingBot.Bench.Load;
using MeetingBot.Testing;

namespace MeetingBot.Bench.Rounds;

/// <summary>Ballots on one poll of one group, cast by a thousand people over all connections as fast as they are taken.</summary>
internal static class BallotRound
{
    private const int Voters = 1_000;
    private const int AzuriteSeconds = 10;

    public static async Task<BallotFigures> OnSqliteAsync(Options options) => await RunAsync(options, null);

    public static async Task<BallotFigures> OnAzuriteAsync(Options options)
    {
        await using var azurite = await Azurite.StartAsync();
        return await RunAsync(
            options with { Seconds = AzuriteSeconds },
            new Dictionary<string, string> { ["Storage__ConnectionString"] = azurite.ConnectionString });
    }

    private static async Task<BallotFigures> RunAsync(Options options, Dictionary<string, string>? store)
    {
        using var setting = await Setting.StartAsync(Subject.Bot(options), options.Connections, conversations: 1, store, inGroup: true);
        var (bot, connector) = (setting.Bot, setting.Connector);
        var poll = new PollLoad(bot.Port, connector.Address, conversation: 0, Voters);
        await Task.Run(poll.Open);
        await Task.Run(() => poll.Fill(options.Connections));

        var state = new LoadState();
        var running = poll.Begin(state, options.Connections);
        await Task.Delay(TimeSpan.FromSeconds(options.WarmUp));
        state.Measuring = true;
        var (clock, cpu, before) = (Stopwatch.StartNew(), bot.Cpu, await connector.EditsAsync(0));
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds));
        state.Measuring = false;
        var (length, spent, after) = (clock.Elapsed, bot.Cpu - cpu, await connector.EditsAsync(0));
        state.Stopped = true;
        await Task.Run(() => Connections.Join(running));

        if (Connections.FirstRefusal(running) is { } refusal) await Console.Error.WriteLineAsync($"The first refusal was: {refusal}");
        var (latency, ballots) = (Connections.Latency(running), running.Sum(one => one.Connection.Accepted));
        var drawn = await SharedCard.IsDrawnAsync(connector, poll);
        return new BallotFigures(
            ballots / length.TotalSeconds, latency.At(0.5), latency.At(0.99), spent / Math.Max(1, ballots),
            (after.Count - before.Count) / length.TotalSeconds, after.Closest, Connections.Refused(running), drawn);
    }
}

/// <summary>What ballots of one run came to.</summary>
/// <param name="PerSecond">Receipts: answered after the commit.</param>
/// <param name="Cpu">Processor time of the bot for one ballot, its share of the drawn cards included.</param>
/// <param name="Draws">Edits of the shared card a second.</param>
/// <param name="Closest">The shortest time from one edit of it to the next, at the connector.</param>
/// <param name="Drawn">At last the card showed every ballot that counts.</param>
internal sealed record BallotFigures(
    double PerSecond, TimeSpan P50, TimeSpan P99, TimeSpan Cpu, double Draws, TimeSpan Closest, long Refused, bool Drawn)
{
    public bool Sound => Refused == 0 && Drawn;
}
