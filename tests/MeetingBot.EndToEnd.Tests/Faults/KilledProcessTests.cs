using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;
using Xunit.Abstractions;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>The process is killed under load, again and again.</summary>
[Collection(OneAtATime.Name)]
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int UnderWay = 500;
    private const int People = UnderWay + 50;
    private const int Chats = 4;

    [Fact]
    public async Task KilledTwentyTimesWithFiveHundredLinesUnderWay_EveryAcceptedLineIsThereOnceAndEveryReplyArrives()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        List<Chat> chats = [.. Enumerable.Range(0, Chats).Select(index => new Chat(connector, $"killed-{index}"))];
        var writers = new LineWriters(chats, People);
        await StartMeetingsAsync(folder, chats);

        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
            await WriteAndKillAsync(folder, writers, random.Next(1, People));

        await using var last = await BotProcess.StartAsync(folder.Path);
        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), TimeSpan.FromSeconds(120));
        await writers.AssertKeptAsync(last);
        writers.AssertOrder(connector);

        // The connector can't tell a repetition: of each chat, the one message under way at a kill may come twice.
        var repetitions = writers.Repetitions(connector);
        output.WriteLine(
            $"{writers.AcceptedCount} lines accepted, {writers.Refusals.Count} cut off, {repetitions} replies twice");
        Assert.InRange(repetitions, 0, Kills * Chats);
        Assert.All(writers.Refusals, status => Assert.Equal(0, status));
    }

    private static async Task StartMeetingsAsync(TemporaryFolder folder, List<Chat> chats)
    {
        await using var first = await BotProcess.StartAsync(folder.Path);
        foreach (var chat in chats) await chat.AskAsync(first, "Luna", "start", "/meeting start");
        await first.KillAsync();
    }

    /// <summary>Everybody writes, each over a connection of their own; with all these lines under way it is killed.</summary>
    private static async Task WriteAndKillAsync(TemporaryFolder folder, LineWriters writers, int after)
    {
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var before = writers.AcceptedCount;
        var killed = 0;
        await writers.WriteAsync(bot, () =>
        {
            var isTime = writers.UnderWay >= UnderWay && writers.AcceptedCount - before >= after;
            if (isTime && Interlocked.Exchange(ref killed, 1) == 0) _ = bot.KillAsync();
            return Volatile.Read(ref killed) == 0;
        });
        await bot.KillAsync();
    }
}
