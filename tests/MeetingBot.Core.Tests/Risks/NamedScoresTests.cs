using MeetingBot.Kit;

namespace MeetingBot.Risks;

public sealed class NamedScoresTests
{
    [Fact]
    public async Task WhoScoredWhat_IsToldToWhoRunsIt_WhereTheCardsSaidSo()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk criteria named");
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        Assert.Contains("Anna and the group's chairs also see who scored what", room.ScoreCard("Ben").Text(), StringComparison.Ordinal);
        foreach (var member in RiskRoom.Members.Take(4)) await room.Scores1(member, "TR-1", "2", "?");
        Assert.Equal("That round is not revealed.", await room.Says("Anna", "/risk votes TR-1 1"));
        await room.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risk votes TR-1 1");
        Assert.Contains("Ben: likelihood 2, impact ?", room.Told("Anna").Last(), StringComparison.Ordinal);
        Assert.StartsWith("That is for who began", await room.Says("Ben", "/risk votes TR-1 1"), StringComparison.Ordinal);
        var card = (await room.Press("Anna", "risks", ("risk", "TR-1")))!.Card!;
        Assert.Contains("Ben: likelihood 2", (await room.Press("Anna", card.Button("Who scored what")))!.Text, StringComparison.Ordinal);
        Assert.StartsWith("That is for who began", (await room.Press("Ben", card.Button("Who scored what")))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoScoredWhat_IsToldToNobody_WhereTheCardsDidNot()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        Assert.StartsWith("Nobody sees who scored what", await room.Says("Anna", "/risk votes TR-1 1"), StringComparison.Ordinal);
        Assert.StartsWith("\"Tokens in WLCG\" v0.1 has a round of scores already", await room.Says("Anna", "/risk criteria named"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk freeze");
        Assert.Contains("who runs the assessment sees", await room.Says("Anna", "/risk criteria named"), StringComparison.Ordinal);
        Assert.StartsWith("Nobody sees who scored what in round 1", await room.Says("Anna", "/risk votes TR-1 1"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk criteria nameless");
        Assert.False((await room.Press("Anna", "risks", ("risk", "TR-1")))!.Card!.Offers("Who scored what"));
    }
}
