using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Teams sends an activity again when its answer was late or lost: that has no second effect.</summary>
public sealed class RepeatedDeliveryTests
{
    private const int Times = 5;

    [Fact]
    public async Task OneDelivery_FiveTimesInARow_OneLineAndOneReply()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "row");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");

        for (var time = 0; time < Times; time++)
            Assert.Equal(200, (await chat.SayAsync(bot, "Mara", "once", "note: said once")).Status);

        await AssertOnceAsync(chat, connector, [bot]);
    }

    [Fact]
    public async Task OneDelivery_FiveTimesAtOnce_OneLineAndOneReply()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "at-once");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");

        var posted = await Task.WhenAll(
            Enumerable.Range(0, Times).Select(_ => chat.SayAsync(bot, "Mara", "once", "note: said once")));

        Assert.All(posted, answer => Assert.Equal(200, answer.Status));
        await AssertOnceAsync(chat, connector, [bot]);
    }

    [Fact]
    public async Task OneDelivery_FiveTimesToTwoInstances_OneLineAndOneReply()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        var store = $"--Storage:ConnectionString={azurite.ConnectionString}";
        await using var one = await BotProcess.StartAsync(folder.Path, store);
        await using var two = await BotProcess.StartAsync(folder.Path, store);
        var chat = new Chat(connector, "instances");
        await chat.AskAsync(one, "Luna", "start", "/meeting start");

        BotProcess[] bots = [one, two];
        var posted = await Task.WhenAll(Enumerable.Range(0, Times)
            .Select(time => chat.SayAsync(bots[time % 2], "Mara", "once", "note: said once")));

        Assert.All(posted, answer => Assert.Equal(200, answer.Status));
        await AssertOnceAsync(chat, connector, [one, two]);
    }

    [Fact]
    public async Task OnePressedButton_FiveTimesAtOnceAndAgain_OneEffectAndOneAnswer()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        var store = $"--Storage:ConnectionString={azurite.ConnectionString}";
        await using var one = await BotProcess.StartAsync(folder.Path, store);
        await using var two = await BotProcess.StartAsync(folder.Path, store);
        var chat = new Chat(connector, "buttons");
        Task<Posted> PressAsync(int time) => chat.PressAsync(
            time % 2 == 0 ? one : two, "Mara", "pressed", "agenda add", ("title", "Token lifetimes"));

        var answers = (await Task.WhenAll(Enumerable.Range(0, Times).Select(PressAsync))).ToList();
        answers.Add(await PressAsync(0));
        answers.Add(await PressAsync(1));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Contains("Token lifetimes", answers[0].Body, StringComparison.Ordinal);
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Equal(["Token lifetimes"], (await chat.ExportAsync(one)).Agenda);
    }

    // What an instance sends comes in order: a reply to a later message is the last that could have followed.
    private static async Task AssertOnceAsync(Chat chat, FakeConnector connector, IReadOnlyList<BotProcess> bots)
    {
        await connector.ReplyAsync(chat.Id, "once");
        foreach (var (bot, index) in bots.Select((bot, index) => (bot, index)))
            await chat.AskAsync(bot, "Mara", $"after-{index}", $"note: after {index}");
        Assert.Single(connector.Taken.Snapshot(), call => call.ActivityId == "once");
        Assert.Single((await chat.ExportAsync(bots[0])).Lines, line => line == "said once");
    }
}
