using System.Diagnostics;
using System.Net;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>
/// The table service goes away while people write: they are told, nothing accepted is lost, it goes on by itself.
/// </summary>
[Collection(OneAtATime.Name)]
public sealed class StoreOutageTests
{
    private const int People = 8;
    private const int Steps = 40;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task AzuriteStoppedForTenSeconds_PeopleAreToldAndNothingIsLost()
    {
        using var folder = new TemporaryFolder();
        using var tables = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync(tables.Path);

        await OutlastAsync(folder, azurite.ConnectionString, azurite.StopAsync, azurite.StartAgainAsync);
    }

    [Fact]
    public async Task AzuriteStandsStillForTenSeconds_PeopleAreToldAndNothingIsLost()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();

        await OutlastAsync(
            folder, azurite.ConnectionString, () => Done(azurite.Pause), () => Done(azurite.Continue));
    }

    [Fact]
    public async Task ExportWhileTheStoreIsAway_IsToldInWordsAndWorksLater()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var proxy = await FaultyProxy.StartAsync(azurite.Endpoint);
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(
            folder.Path, $"--Storage:ConnectionString={Azurite.ConnectionStringAt(proxy.Endpoint)}");
        var reply = await new Chat(connector, "export").AskAsync(bot, "Luna", "export", "/export");
        var address = new Uri(reply[reply.IndexOf("http", StringComparison.Ordinal)..].Trim());

        proxy.Plan = _ => Fault.Busy;
        using var away = await bot.Client.GetAsync(address);
        proxy.Plan = _ => Fault.None;
        using var back = await bot.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal(
            "The export can't be made just now. Open the address again in a moment.", await away.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task AnswersOf503AndCutConnectionsAndLostAnswers_NothingIsLostOrDoubled()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var proxy = await FaultyProxy.StartAsync(azurite.Endpoint);
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(
            folder.Path, $"--Storage:ConnectionString={Azurite.ConnectionStringAt(proxy.Endpoint)}");
        var chat = new Chat(connector, "faulty");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        var writers = new LineWriters([chat], People);

        var requests = 0;
        proxy.Plan = _ => (Interlocked.Increment(ref requests) % 5) switch
        {
            0 => Fault.Busy,
            1 => Fault.Cut,
            2 => Fault.LostAnswer,
            _ => Fault.None,
        };
        await writers.WriteAsync(bot, () => Volatile.Read(ref requests) < 600);
        proxy.Plan = _ => Fault.Busy;
        await writers.WriteAsync(bot, () => writers.Refusals.IsEmpty);
        proxy.Plan = _ => Fault.None;

        Assert.All(writers.Refusals, status => Assert.Equal(503, status));
        await AssertGoesOnAsync(bot, connector, writers);
    }

    /// <summary>A whole outage: at work, away for ten seconds with people writing all the time, back again.</summary>
    private static async Task OutlastAsync(
        TemporaryFolder folder, string connectionString, Func<Task> goAway, Func<Task> comeBack)
    {
        await using var connector = await FakeConnector.StartAsync();
        var store = $"--Storage:ConnectionString={connectionString}";
        await using var bot = await BotProcess.StartAsync(folder.Path, store);
        var chat = new Chat(connector, "outage");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        var writers = new LineWriters([chat], People);
        await writers.WriteAsync(bot, () => writers.AcceptedCount < Steps);

        var clock = new Stopwatch();
        var back = 0;
        var writing = writers.WriteAsync(
            bot, () => Volatile.Read(ref back) == 0 || writers.AcceptedCount < 3 * Steps);
        await goAway();
        clock.Start();
        Assert.Equal(HttpStatusCode.OK, await bot.HealthAsync("live"));
        while (clock.Elapsed < Outage) Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.HealthAsync("ready"));
        await comeBack();
        Volatile.Write(ref back, 1);
        await writing.WaitAsync(Soon);

        Assert.NotEmpty(writers.Refusals);
        Assert.All(writers.Refusals, status => Assert.Equal(503, status));
        Assert.Equal(HttpStatusCode.OK, await bot.HealthAsync("ready"));
        await AssertGoesOnAsync(bot, connector, writers);
    }

    // Who was told "not saved" sends the line again, as Teams does: in the end every line is there once.
    private static async Task AssertGoesOnAsync(BotProcess bot, FakeConnector connector, LineWriters writers)
    {
        var before = writers.AcceptedCount;
        await writers.WriteAsync(bot, () => writers.AcceptedCount < before + Steps).WaitAsync(Soon);
        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), Soon);
        await writers.AssertKeptAsync(bot);
        Assert.Equal(0, writers.Repetitions(connector));
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
