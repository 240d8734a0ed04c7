using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Whatever is sent twice, races or is killed: one ballot a person, the last one, and none of them lost.</summary>
[Collection(OneAtATime.Name)]
public sealed class BallotTests
{
    private const int People = 60;
    private const int Kills = 3;
    private const int ReceiptsBetween = 150;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task EachDeliveryToTwoInstancesAtOnce_HalfChangeTheirMinds_OneBallotEach()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        var store = $"--Storage:ConnectionString={azurite.ConnectionString}";
        await using var one = await BotProcess.StartAsync(folder.Path, store);
        await using var two = await BotProcess.StartAsync(folder.Path, store);
        var chat = new Chat(connector, "ballots");
        await OpenAsync(chat, one, connector);
        var voters = new Voters(chat);

        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            var changes = person % 2 == 0;
            await voters.AnswerAsync([one, two], $"P{person}", 1, choice: 1);
            if (changes) await voters.AnswerAsync([two, one], $"P{person}", 2, choice: 2);
        }));

        var kept = await chat.ExportAsync(two);
        Assert.Equal(
            Enumerable.Range(0, People).ToDictionary(person => $"P{person}", person => person % 2 == 0 ? 2 : 1),
            Voters.Numbers(kept));
        Assert.Equal(new Dictionary<int, int> { [1] = People / 2, [2] = People / 2 }, Voters.Chosen(kept));
        await chat.SayAsync(one, "Luna", "close", "/poll close");
        await connector.Taken.WaitAsync(
            call => call.Text.Contains($"A tie: everything and tokens ({People / 2} votes each).", StringComparison.Ordinal),
            Soon, () => "the result");
    }

    [Fact]
    public async Task KilledInAStormOfBallots_EveryReceiptIsInTheStore()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "storm");
        await using (var first = await BotProcess.StartAsync(folder.Path))
            await OpenAsync(chat, first, connector);
        var voters = new Voters(chat);
        var numbers = new int[People];

        for (var kill = 0; kill < Kills; kill++) await VoteAndKillAsync(folder, voters, numbers);

        await using var last = await BotProcess.StartAsync(folder.Path);
        await voters.AssertKeptAsync(last);
    }

    /// <summary>All answer again and again, until it is killed with answers of theirs under way.</summary>
    private static async Task VoteAndKillAsync(TemporaryFolder folder, Voters voters, int[] numbers)
    {
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var until = voters.Receipts + ReceiptsBetween;
        var killed = 0;
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            while (Volatile.Read(ref killed) == 0)
            {
                var number = ++numbers[person];
                await voters.TryAsync(bot, $"P{person}", number, choice: 1 + (number % 3));
                if (voters.Receipts >= until && Interlocked.Exchange(ref killed, 1) == 0) await bot.KillAsync();
            }
        })));
    }

    private static async Task OpenAsync(Chat chat, BotProcess bot, FakeConnector connector)
    {
        Assert.Equal(200, (await chat.SayAsync(bot, "Luna", "open", "/poll Focus? | everything | tokens | later")).Status);
        await connector.Taken.WaitAsync(
            call => SentCard.Of(call) is { Title: "Poll 1: Focus?" }, Soon, () => "the poll's card");
    }
}
