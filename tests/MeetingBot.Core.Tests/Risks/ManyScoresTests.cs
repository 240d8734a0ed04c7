using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Three hundred members score seventy-five risks.</summary>
public sealed class ManyScoresTests
{
    private const int Members = 300;
    private const int Risks = 75;

    private static async Task<Room> Asked(int risks, int members = 0, MemoryTable? table = null)
    {
        var room = new Room("room", table);
        await room.Says("Anna", "/risk new \"Tokens in WLCG\"");
        for (var risk = 1; risk <= risks; risk++) await room.Bot.Turn(room.Message("Anna", $"/risk add Risk number {risk}"));
        for (var some = 0; some < members; some += 50)
            await room.Table.CommitAsync(
                room.Partition, [.. Enumerable.Range(some, Math.Min(50, members - some)).Select(n => GroupRows.Member(Room.Who($"P{n}")))], CancellationToken.None);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        return room;
    }

    private static CardAnswer Saves(Room room, int member, int risk, int likelihood, int impact) => room.Pressed(
        $"P{member}", "risk score", ("assessment", "1"), ("round", "1"), ("risk", $"TR-{risk}"), ("next", $"TR-{(risk % Risks) + 1}"),
        ("likelihood", Given(likelihood)), ("impact", Given(impact)));

    private static string Given(int value) => value switch { 0 => "?", 6 => "-", _ => value.ToString(CultureInfo.InvariantCulture) };

    [Fact]
    public async Task AllAreThere_OverTwoInstances_EveryDeliveryTwice_AndTheFiguresAreRight()
    {
        const int Some = 60;
        using var room = await Asked(Risks, Some);
        using var other = new Bot(room.Table, room.Time, room.Bot.Channel, "b", exclusive: false);
        using var third = new Bot(room.Table, room.Time, room.Bot.Channel, "c", exclusive: false);
        Bot[] bots = [other, third];
        var random = new Random(7);
        var given = new (int Likelihood, int Impact)[Some, Risks];
        for (var member = 0; member < Some; member++)
            for (var risk = 0; risk < Risks; risk++) given[member, risk] = (random.Next(0, 7), random.Next(1, 6));

        await Parallel.ForEachAsync(Enumerable.Range(0, Some), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (member, cancel) =>
        {
            for (var risk = 0; risk < Risks; risk++)
            {
                var save = Saves(room, member, risk + 1, given[member, risk].Likelihood, given[member, risk].Impact);
                var answer = (await bots[(member + risk) % 2].Turn(save)).Answer!;
                Assert.StartsWith("Recorded", answer.Text, StringComparison.Ordinal);
                if (risk % 5 == 0) Assert.Equal(answer.Text, (await bots[(member + risk + 1) % 2].Turn(save)).Answer!.Text);
            }
        });
        Assert.Equal(Some * Risks, room.Table.Under(room.Partition, "score").Count);
        Assert.All(room.Table.Under(room.Partition, "scored"), row => Assert.Equal(Risks, RiskRows.ReadProgress(row).Done));

        await room.Bot.Turn(room.Message("Anna", "/risk reveal"));
        var (rows, criteria) = (new RowSet(room.Table.Under(room.Partition, "risk")), room.Assessment().Criteria);
        foreach (var (risk, index) in RiskRows.RisksIn(rows, 1, 1).Select((risk, index) => (risk, index)))
        {
            var all = Enumerable.Range(0, Some).Select(member => given[member, index]).ToList();
            var values = all.Select(one => one.Likelihood).Where(value => value is > 0 and < 6).Order().ToList();
            var summary = risk.Result![RiskDimension.Likelihood]!.Summary(criteria);
            Assert.Equal(
                (values.Count, all.Count(one => one.Likelihood == 0), all.Count(one => one.Likelihood == 6), 1),
                (summary.Scored, summary.DontKnow, summary.Abstained, summary.NoReply));
            Assert.Equal(values[values.Count / 2], summary.Scores.HighMedian);
            Assert.Equal(values.Average(), summary.Scores.Mean!.Value, 12);
            var mean = values.Average();
            Assert.Equal(Math.Sqrt(values.Sum(value => Math.Pow(value - mean, 2)) / (values.Count - 1)), summary.Scores.Deviation!.Value, 12);
            Assert.Equal(1 + values.Average(value => Math.Log2(1 - (Math.Abs(value - mean) / 4))), summary.Consensus!.Value, 9);
            Assert.Equal(
                all.Select(one => one.Impact).Order().ElementAt(Some / 2), risk.Result[RiskDimension.Impact]!.Summary(criteria).Scores.HighMedian);
        }
        Assert.Equal((Some + 1, Some), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
    }

    [Fact]
    public async Task Reveal_OfTwentyTwoThousandScores_CountsEveryOne()
    {
        using var room = await Asked(Risks, Members);
        var round = room.Round();
        var random = new Random(3);
        var counts = new int[Risks, 5];
        for (var risk = 0; risk < Risks; risk++)
            for (var some = 0; some < Members; some += 100)
            {
                var rows = Enumerable.Range(some, 100).Select(member =>
                {
                    var value = random.Next(1, 6);
                    counts[risk, value - 1]++;
                    return RiskRows.Cast(round, $"TR-{risk + 1}", new RiskScore(
                        Room.Who($"P{member}"), FakeTime.Start,
                        System.Collections.Immutable.ImmutableSortedDictionary<RiskDimension, Score>.Empty
                            .Add(RiskDimension.Likelihood, Score.Of(value)).Add(RiskDimension.Impact, Score.Of(6 - value))));
                });
                await room.Table.CommitAsync(room.Partition, [.. rows], CancellationToken.None);
            }
        Assert.Contains("300 of 301 have scored 75 risks", await room.Says("Anna", "/risk reveal"), StringComparison.Ordinal);
        var risks = RiskRows.RisksIn(new RowSet(room.Table.Under(room.Partition, "risk")), 1, 1);
        for (var risk = 0; risk < Risks; risk++)
        {
            Assert.Equal(Enumerable.Range(0, 5).Select(value => counts[risk, value]), risks[risk].Result![RiskDimension.Likelihood]!.Counts);
            Assert.Equal(Enumerable.Range(0, 5).Select(value => counts[risk, 4 - value]), risks[risk].Result![RiskDimension.Impact]!.Counts);
        }
    }

    [Fact]
    public async Task Save_ReadsNobodyElsesScore_AndCostsTheSameAtTheEnd()
    {
        using var room = await Asked(Risks, Members);
        var first = await Cost(room, 0);
        var round = room.Round();
        for (var risk = 1; risk <= Risks; risk++)
            for (var some = 0; some < Members; some += 100)
                await room.Table.CommitAsync(
                    room.Partition, [.. Enumerable.Range(some, 100).Where(member => member is not (0 or 299)).Select(member => RiskRows.Cast(round, $"TR-{risk}", new RiskScore(
                        Room.Who($"P{member}"), FakeTime.Start, System.Collections.Immutable.ImmutableSortedDictionary<RiskDimension, Score>.Empty
                            .Add(RiskDimension.Likelihood, Score.Of(3)).Add(RiskDimension.Impact, Score.Of(3)))))], CancellationToken.None);
        var last = await Cost(room, 299);
        Assert.Equal(first.Calls, last.Calls);
        Assert.InRange(last.Bytes, first.Bytes * 0.95, first.Bytes * 1.05);
        Assert.Equal(
            [
                "query now|", "get assessment|00000001", "get member|own", "get round|00000001|00000001", "get scored|own", "get score|…|TR-1|own",
                "get score|…|TR-2|own", "query risk|00000001|TR-1|", "query risk|00000001|TR-2|", "commit seen",
            ],
            first.Calls.OrderBy(call => call[0] == 'c').ThenBy(call => !call.StartsWith("query now", StringComparison.Ordinal)).ThenBy(call => call[0]).ThenBy(call => call, StringComparer.Ordinal));
    }

    // The calls of one turn up to its commit, without whose they are, and the bytes that are written.
    private static async Task<(List<string> Calls, int Bytes)> Cost(Room room, int member)
    {
        await room.Bot.Turn(Saves(room, member, 3, 3, 3));
        await room.Bot.Settled();
        room.Table.Calls.Clear();
        await room.Bot.Turn(Saves(room, member, 1, 3, 3));
        await room.Bot.Settled();
        var calls = room.Table.Calls.TakeWhile(call => call.Kind != "commit").ToList();
        var commit = room.Table.Calls[calls.Count];
        var own = Room.Who($"P{member}").Key.Value;
        var scores = calls.Where(call => call.Key.StartsWith("score|", StringComparison.Ordinal)).ToList();
        Assert.All(scores, call => Assert.True(call.Kind == "get" && call.Key.EndsWith(TableKey.Escape(own), StringComparison.Ordinal), call.Key));
        return (
            [
                .. calls.Select(call => $"{call.Kind} {call.Key}".Replace("00000001|00000001|TR", "…|TR", StringComparison.Ordinal)
                    .Replace(TableKey.Escape(own), "own", StringComparison.Ordinal).Replace("scored|00000001|00000001|", "scored|", StringComparison.Ordinal)),
                "commit seen",
            ],
            commit.Changes.Sum(change => change is RowChange.Delete ? 0 : change.Payload.Length));
    }
}
