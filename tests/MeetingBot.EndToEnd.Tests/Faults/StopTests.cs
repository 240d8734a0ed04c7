using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>The service is asked to stop (SIGTERM) while people write.</summary>
[Collection(OneAtATime.Name)]
public sealed class StopTests
{
    private const int People = 16;

    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task StoppedUnderLoad_EndsInTimeAndNothingAcceptedIsLost()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "stopped");
        var writers = new LineWriters([chat], People);

        await using (var bot = await BotProcess.StartAsync(folder.Path))
        {
            await chat.AskAsync(bot, "Luna", "start", "/meeting start");
            var stopping = 0;
            var writing = writers.WriteAsync(bot, () => Volatile.Read(ref stopping) == 0 || writers.Refusals.IsEmpty);
            await connector.Taken.WaitAsync(call => call.ActivityId is not null, Soon, () => "100 replies", count: 100);
            Volatile.Write(ref stopping, 1);
            Assert.Equal(0, await bot.StopAsync(InTime));
            await writing.WaitAsync(Soon);
        }

        // A turn that was begun is finished: who gets no answer has met a closed door.
        await using var next = await BotProcess.StartAsync(folder.Path);
        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), Soon);
        await writers.AssertKeptAsync(next, nothingElse: true);
        writers.AssertOrder(connector);
        Assert.Equal(0, writers.Repetitions(connector));
    }

    [Fact]
    public async Task StoppedWhileTeamsIsAway_EndsInTimeAndDeliversAtTheNextStart()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "away");
        var writers = new LineWriters([chat], People);

        await using (var bot = await BotProcess.StartAsync(folder.Path))
        {
            await chat.AskAsync(bot, "Luna", "start", "/meeting start");
            await connector.StopAsync();
            await writers.WriteAsync(bot, () => writers.AcceptedCount < 100);
            Assert.Equal(0, await bot.StopAsync(InTime));
        }
        await connector.StartAgainAsync();

        await using var next = await BotProcess.StartAsync(folder.Path);
        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), Soon);
        writers.AssertOrder(connector);
        Assert.Equal(0, writers.Repetitions(connector));
    }

    [Fact]
    public async Task FileOfAStoppedService_IsAWholeBackup()
    {
        using var folder = new TemporaryFolder();
        using var copy = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "kept");
        var writers = new LineWriters([chat], People);

        await using (var bot = await BotProcess.StartAsync(folder.Path))
        {
            await chat.AskAsync(bot, "Luna", "start", "/meeting start");
            await writers.WriteAsync(bot, () => writers.AcceptedCount < 100);
            Assert.Equal(0, await bot.StopAsync(InTime));
        }
        var file = Assert.Single(Directory.GetFiles(folder.Path, "*.db", SearchOption.AllDirectories));
        var target = copy.File(Path.GetRelativePath(folder.Path, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);

        await using var next = await BotProcess.StartAsync(copy.Path);
        await writers.AssertKeptAsync(next, nothingElse: true);
    }
}
