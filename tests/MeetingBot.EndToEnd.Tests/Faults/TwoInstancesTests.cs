using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Two instances share one table of Azurite, as behind a load balancer.</summary>
[Collection(OneAtATime.Name)]
public sealed class TwoInstancesTests
{
    private const int People = 50;
    private const int LinesEach = 4;
    private const int Racers = 20;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task FiftyPeopleAtOnce_EveryLineAndItemOnceAndOneWinnerOfNext()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var one = await StartAsync(folder, azurite);
        await using var two = await StartAsync(folder, azurite);
        BotProcess[] bots = [one, two];
        var chat = new Chat(connector, "fifty");
        await chat.AskAsync(one, "Luna", "start", "/meeting start");
        await chat.AskAsync(one, "Luna", "everyone", "/settings run everyone");
        await chat.AskAsync(one, "Luna", "first", "/agenda add First");
        var writers = new LineWriters([chat], People);

        var adding = AddItemsAsync(chat, bots);
        await writers.WriteAsync(bots, () => writers.AcceptedCount < People * LinesEach);
        var added = await adding;
        var raced = await Task.WhenAll(Enumerable.Range(0, Racers)
            .Select(racer => chat.InsistAsync(bots[racer % 2], $"P{racer}", $"next-{racer}", "/agenda next")));

        Assert.All(added.Concat(raced), posted => Assert.Equal(200, posted.Status));
        // On a slow machine some are asked to send it again; nothing worse.
        Assert.All(writers.Refusals, status => Assert.Equal(503, status));
        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), Soon);
        await connector.RepliesAsync(Enumerable.Range(0, Racers).Select(racer => $"next-{racer}"), Soon);
        await writers.AssertKeptAsync(two);
        await AssertAgendaAsync(chat, two);
        var nexts = connector.Taken.Snapshot()
            .Where(call => call.ActivityId?.StartsWith("next-", StringComparison.Ordinal) == true);
        Assert.Single(nexts, call => call.Text.StartsWith("Now 1.", StringComparison.Ordinal));
        Assert.Equal(0, writers.Repetitions(connector));
    }

    [Fact]
    public async Task OneIsKilledWithPromisesOpen_TheOtherKeepsThemOnce()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var dying = await StartAsync(folder, azurite);
        await using var heir = await StartAsync(folder, azurite);
        var chat = new Chat(connector, "heir");
        await chat.AskAsync(dying, "Luna", "start", "/meeting start");
        var writers = new LineWriters([chat], 4);

        await connector.StopAsync();
        await writers.WriteAsync(dying, () => writers.AcceptedCount < 40);
        await dying.KillAsync();
        await connector.StartAgainAsync();

        await connector.RepliesAsync(writers.Accepted.Select(line => line.Id), Soon);
        writers.AssertOrder(connector);
        Assert.Equal(0, writers.Repetitions(connector));
        await writers.AssertKeptAsync(heir);
    }

    private static Task<BotProcess> StartAsync(TemporaryFolder folder, Azurite azurite) =>
        BotProcess.StartAsync(folder.Path, $"--Storage:ConnectionString={azurite.ConnectionString}");

    private static Task<Posted[]> AddItemsAsync(Chat chat, BotProcess[] bots) =>
        Task.WhenAll(Enumerable.Range(0, People).Select(person => chat.InsistAsync(
            bots[person % 2], $"P{person}", $"add-{person}", $"/agenda add Item of {person}")));

    private static async Task AssertAgendaAsync(Chat chat, BotProcess bot)
    {
        var items = (await chat.ExportAsync(bot)).Of("item").ToList();
        var titles = items.Select(item => item.GetProperty("title").GetString());
        var wanted = Enumerable.Range(0, People).Select(person => $"Item of {person}").Append("First");
        Assert.Equal(wanted.Order(), titles.Order());
        Assert.Equal(Enumerable.Range(1, People + 1), items.Select(item => item.GetProperty("number").GetInt32()));
        var current = Assert.Single(
            items, item => item.TryGetProperty("state", out var state) && state.GetString() == "Current");
        Assert.Equal("First", current.GetProperty("title").GetString());
    }
}
