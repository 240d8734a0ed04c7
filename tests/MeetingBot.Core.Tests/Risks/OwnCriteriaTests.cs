using MeetingBot.Kit;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks;

public sealed class OwnCriteriaTests
{
    private const string Ours = "/risk criteria import Ours\nlikelihood: rare; yearly; monthly\nimpact: small; large\nlevels: Low; High\n"
        + "matrix: Low Low / Low High / High High\nhigh: High";

    [Fact]
    public async Task OwnScales_AreTaken_AndScoredBy()
    {
        using var room = await RiskRoom.WithRisks(1);
        Assert.Contains("Likelihood: 1, rare; 2, yearly; 3, monthly\nImpact: 1, small; 2, large", await room.Says("Anna", Ours), StringComparison.Ordinal);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        Assert.Contains("That is no score on the scale", (await room.Scores1("Ben", "TR-1", "4", "2"))!.Text, StringComparison.Ordinal);
        foreach (var member in RiskRoom.Members.Take(4)) await room.Scores1(member, "TR-1", "2", "2");
        Assert.StartsWith("\"Tokens in WLCG\" v0.1 has a round of scores already", await room.Says("Anna", Ours), StringComparison.Ordinal);
        await room.Says("Anna", "/risk reveal");
        var criteria = room.Assessment().Criteria;
        Assert.Equal("High", criteria.Matrix.Levels[room.Risk("TR-1").Result!.Level(criteria)!.Value]);
    }

    [Theory]
    [InlineData("matrix: Low High / Low Low / High High", "a level falls")]
    [InlineData("matrix: Low Low / Low High", "has 2 rows")]
    [InlineData("matrix: Low Low / Low Hihg / High High", "\"Hihg\" in the matrix is none of the levels")]
    [InlineData("matrix: Low / Low High / High High", "has 1 levels")]
    public async Task WrongMatrix_IsRefused_WithWhatIsWrong(string matrix, string said)
    {
        using var room = await RiskRoom.WithRisks(1);
        var typed = Ours.Replace("matrix: Low Low / Low High / High High", matrix, StringComparison.Ordinal);
        Assert.Contains(said, await room.Says("Anna", typed), StringComparison.Ordinal);
        Assert.Equal("wlcg", room.Assessment().Criteria.Id);
    }

    [Fact]
    public async Task MissingLine_IsNamed()
    {
        using var room = await RiskRoom.WithRisks(1);
        Assert.Contains("The line \"impact: …\" is missing.", await room.Says("Anna", Ours.Replace("impact: small; large\n", "", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void ShippedMatrices_RiseWithLikelihoodAndImpact_AndFitTheirScales() => Assert.All(ShippedCriteria.All, set =>
    {
        Assert.True(set.Matrix.IsMonotone);
        Assert.True(set.Matrix.Fits(set.Likelihood, set.Impact));
        Assert.InRange(set.HighFrom, 1, set.Matrix.Levels.Length - 1);
        Assert.Equal(set.Likelihood.Highest, set.Likelihood.Anchors.Length);
    });
}
