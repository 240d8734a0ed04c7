using MeetingBot.Kit;

namespace MeetingBot.Risks;

public sealed class HeatMapTests
{
    [Fact]
    public async Task Map_HasEachRiskInItsCell_WithTheLevelInWords()
    {
        using var room = await RiskRoom.Scored();
        Assert.StartsWith("No risk has a level yet.", await room.Says("Ben", "/risk map"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk reveal");
        var card = (await room.Press("Ben", "risk map"))!.Card!.Text();
        Assert.Contains("4 | Low | Moderate | High: TR-4 | High: TR-2 | Very high", card, StringComparison.Ordinal);
        Assert.Contains("3 | Low | Low: TR-1 | Moderate | High | High", card, StringComparison.Ordinal);
        Assert.Contains("1 | Very low | Very low | Low | Low | Low: TR-3", card, StringComparison.Ordinal);
        Assert.Contains("Without a level: TR-5", card, StringComparison.Ordinal);
        Assert.StartsWith("Of no risk was scored what is left.", await room.Says("Ben", "/risk map residual"), StringComparison.Ordinal);
    }
}
