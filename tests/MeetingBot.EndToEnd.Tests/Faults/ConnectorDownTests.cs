using System.Diagnostics;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>
/// Teams is away for a minute of real time while people write. The bot does little but wait in it, so this runs beside
/// other tests.
/// </summary>
public sealed class ConnectorDownTests
{
    private const int People = 8;
    private const int Lines = 400;

    /// <summary>The pauses after so many tries of one chat, the last of 30 seconds, make more than a minute.</summary>
    private const int Tries = 9;

    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task ConnectorDownForAMinute_NothingIsLostAndAllRepliesArriveInOrder()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var (chat, other) = (new Chat(connector, "down-1"), new Chat(connector, "down-2"));
        await chat.AskAsync(bot, "Luna", "start-1", "/meeting start");
        await other.AskAsync(bot, "Luna", "start-2", "/meeting start");
        var writers = new LineWriters([chat, other], People);

        await connector.StopAsync();
        var away = Stopwatch.StartNew();
        await writers.WriteAsync(bot, () => writers.AcceptedCount < Lines);
        var putOff = new Dictionary<string, int>();
        await bot.Output.WaitAsync(line => IsLastTry(line, putOff), Soon, () => "nine tries of each chat", count: 2);
        await writers.WriteAsync(bot, () => writers.AcceptedCount < 2 * Lines);
        Assert.True(away.Elapsed > Outage, $"It was away for {away.Elapsed} only.");
        await connector.StartAgainAsync();

        Assert.Empty(writers.Refusals);
        await writers.AssertAllAnsweredOnceAsync(connector, bot, Soon);
    }

    private static bool IsLastTry(string line, Dictionary<string, int> putOff)
    {
        const string mark = "puts off a message to group ";
        var at = line.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0) return false;
        var group = line[(at + mark.Length)..].Split(':')[0];
        return (putOff[group] = putOff.GetValueOrDefault(group) + 1) == Tries;
    }
}
