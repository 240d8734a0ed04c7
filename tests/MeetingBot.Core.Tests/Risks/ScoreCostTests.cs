using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>What a score costs: as much for the last member as for the first, and nobody else's scores are read.</summary>
public sealed class ScoreCostTests
{
    [Fact]
    public async Task Score_CostsTheSame_HoweverManyThereAre_AndReadsNobodyElses()
    {
        using var room = await RiskRoom.WithRisks(3);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        var costs = new List<string>();
        foreach (var who in RiskRoom.Members)
        {
            var button = room.ScoreCard(who).Buttons[0];
            room.Table.Calls.Clear();
            await room.Bot.Turn(room.Pressed(
                who, button.Verb, [.. button.Data.Select(pair => (pair.Key, pair.Value)), ("likelihood", "3"), ("impact", "4")]));
            var calls = room.Table.Calls.TakeWhile(call => call.Kind != "commit").Where(call => call.Partition == room.Partition).ToList();
            costs.Add(string.Join(", ", calls.CountBy(call => call.Kind).Select(pair => $"{pair.Value} {pair.Key}")));
            Assert.All(calls.Where(call => call.Key.StartsWith("score|", StringComparison.Ordinal)), call =>
            {
                Assert.Equal("get", call.Kind);
                Assert.EndsWith(TableKey.Join(Room.Who(who).Key.Value), call.Key, StringComparison.Ordinal);
            });
        }
        Assert.Equal(["3 query, 6 get"], costs.Distinct());
    }
}
