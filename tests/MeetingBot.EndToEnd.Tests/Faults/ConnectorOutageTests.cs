using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Teams does not take messages for a while: each waits for its turn, and all come in order.</summary>
[Collection(OneAtATime.Name)]
public sealed class ConnectorOutageTests
{
    private const int People = 8;
    private const int Lines = 400;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task ConnectorDown_AllRepliesArriveInOrderWhenItIsBack()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var (chat, other) = (new Chat(connector, "down-1"), new Chat(connector, "down-2"));
        await chat.AskAsync(bot, "Luna", "start-1", "/meeting start");
        await other.AskAsync(bot, "Luna", "start-2", "/meeting start");
        var writers = new LineWriters([chat, other], People);

        await connector.StopAsync();
        await writers.WriteAsync(bot, () => writers.AcceptedCount < Lines);
        // Six tries of each chat, with growing pauses between them: it is down for more than ten seconds.
        await bot.Output.WaitAsync(
            line => line.Contains("puts off a message", StringComparison.Ordinal),
            Soon,
            () => "six tries of each chat",
            count: 12);
        await connector.StartAgainAsync();

        Assert.Empty(writers.Refusals);
        await AssertAllArriveOnceAsync(writers, connector, bot);
    }

    [Fact]
    public async Task ConnectorThrottlesAndFailsAndCuts_AllRepliesArriveInOrder()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "failing");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        var writers = new LineWriters([chat], People);

        var calls = 0;
        connector.Plan = () => Interlocked.Increment(ref calls) switch
        {
            2 => ConnectorAnswer.Unavailable,
            4 => ConnectorAnswer.Cut,
            6 => ConnectorAnswer.Throttled,
            8 => ConnectorAnswer.Never,
            _ => ConnectorAnswer.Taken,
        };
        await writers.WriteAsync(bot, () => writers.AcceptedCount < Lines);

        await AssertAllArriveOnceAsync(writers, connector, bot);
        Assert.Equal(
            [ConnectorAnswer.Unavailable, ConnectorAnswer.Cut, ConnectorAnswer.Throttled, ConnectorAnswer.Never],
            connector.Failed.Snapshot());
    }

    private static async Task AssertAllArriveOnceAsync(LineWriters writers, FakeConnector connector, BotProcess bot)
    {
        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), Soon);
        writers.AssertOrder(connector);
        Assert.Equal(0, writers.Repetitions(connector));
        await writers.AssertKeptAsync(bot);
    }
}
