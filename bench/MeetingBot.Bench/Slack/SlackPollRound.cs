using System.Diagnostics;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Load;

namespace MeetingBot.Bench.Slack;

/// <summary>A thousand people vote in one poll of one channel, each once, over all connections as fast as it takes them.</summary>
internal static class SlackPollRound
{
    private const int Voters = 1_000;
    private const int MostTries = 600;

    // Of ten people four choose the first option, three the second, two the third and one the last.
    private static readonly int[] Choices = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3];

    private static int[] Votes => [.. PollActivities.Options.Select((_, option) =>
        Enumerable.Range(0, Voters).Count(who => Choices[who % Choices.Length] == option))];

    public static async Task<SlackVotes> RunAsync(Options options)
    {
        using var setting = await SlackSetting.StartAsync(SlackSubject.Bot(options), options.Connections, channels: 1);
        var (bot, slack) = (setting.Bot, setting.Connector);
        await Task.Run(() => Open(bot.Port, slack.Address));
        var card = await UntilAsync(slack, edits => edits.Last.Contains("Record my answer", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The poll's card did not come.");

        var (state, voter) = (new LoadState { Measuring = true }, -1);
        var clock = Stopwatch.StartNew();
        var running = Connections.Start(bot.Port, state, options.Connections, _ =>
        {
            var presses = new SlackPresses(card.Last, slack.Address);
            return buffer => Interlocked.Increment(ref voter) is var who and < Voters
                ? new Sent(presses.Cast(buffer, channel: 0, who, Choices[who % Choices.Length]), null)
                : null;
        });
        await Task.Run(() => Connections.Join(running));
        var receipts = await ReceiptsAsync(slack);
        var length = clock.Elapsed;
        if (Connections.FirstRefusal(running) is { } refusal) await Console.Error.WriteLineAsync($"The first refusal was: {refusal}");

        var drawn = await UntilAsync(slack, edits => SlackCard.Shows(edits.Last, Votes)) is not null;
        var last = await slack.EditsAsync(0);
        if (!drawn) await Console.Error.WriteLineAsync($"The card was last: {last.Last}");
        var latency = Connections.Latency(running);
        return new SlackVotes(
            Voters, length, latency.At(0.5), latency.At(0.99), last.Count, last.Closest, Connections.Refused(running), receipts, drawn);
    }

    private static void Open(int port, Uri service)
    {
        var opened = false;
        var commands = new SlackCommands(service, proved: false);
        var text = Uri.EscapeDataString($"Which is first? | {string.Join(" | ", PollActivities.Options)}");
        Connections.Join(Connections.Start(port, new LoadState(), 1, _ => buffer =>
        {
            if (opened) return null;
            opened = true;
            return new Sent(commands.Write(buffer, "poll", text, 16_000_000_000, channel: 0, member: 0), null);
        }));
    }

    private static async Task<long> ReceiptsAsync(ConnectorProcess slack)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if ((await slack.CountsAsync()).Receipts >= Voters) break;
            await Task.Delay(20);
        }
        return (await slack.CountsAsync()).Receipts;
    }

    private static async Task<Edits?> UntilAsync(ConnectorProcess slack, Func<Edits, bool> fits)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await slack.EditsAsync(0) is var edits && fits(edits)) return edits;
            await Task.Delay(20);
        }
        return null;
    }
}

/// <summary>What the votes came to.</summary>
/// <param name="Length">From the first press to the last receipt.</param>
/// <param name="P50">Of the answer to a press, after its commit.</param>
/// <param name="Closest">The shortest time from one edit of the card to the next, at Slack.</param>
/// <param name="Drawn">At last the card showed every vote.</param>
internal sealed record SlackVotes(
    int Voters, TimeSpan Length, TimeSpan P50, TimeSpan P99, long Edits, TimeSpan Closest, long Refused, long Receipts, bool Drawn)
{
    /// <summary>Every vote has its receipt and is on the card, which was edited once a second at most.</summary>
    public bool Sound => Refused == 0 && Receipts == Voters && Drawn && (Edits < 2 || Closest >= TimeSpan.FromSeconds(0.99));
}
