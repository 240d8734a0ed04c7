using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Teams does not take some messages: each waits for its turn, and all come in order.</summary>
[Collection(OneAtATime.Name)]
public sealed class ConnectorOutageTests
{
    private const int People = 8;
    private const int Lines = 400;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

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

        await writers.AssertAllAnsweredOnceAsync(connector, bot, Soon);
        Assert.Equal(
            [ConnectorAnswer.Unavailable, ConnectorAnswer.Cut, ConnectorAnswer.Throttled, ConnectorAnswer.Never],
            connector.Failed.Snapshot());
    }
}
