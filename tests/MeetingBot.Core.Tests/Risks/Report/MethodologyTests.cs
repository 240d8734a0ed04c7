using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Report;

public sealed class MethodologyTests
{
    private static readonly Methodology Method = Methodology.Of(WorkedAssessment.Document);

    [Fact]
    public void Ends_AreCountedAsCast_AndAsTheySurvived()
    {
        Assert.Equal(
            [
                // 5 ones in TR-3 of likelihood, a five in TR-2; six fives of impact, five of them in TR-3.
                new ScaleEnds(RiskDimension.Likelihood, 1, 5, 5, 1, 1, 0, 32, 5, 1),
                new ScaleEnds(RiskDimension.Impact, 1, 5, 0, 6, 0, 1, 36, 1, 1),
            ],
            Method.Ends.AsEnumerable());
        Assert.Equal(
            "Likelihood: of 32 scores 5 were 1 and 1 were 5; 1 is the group's value of 1 risk, 5 of 0 risks. Don't know: 5; abstained: 1.",
            Method.Ends[0].Words);
    }

    [Theory]
    [InlineData("high median")]
    [InlineData("Split votes are aimed high")]
    [InlineData("ISO/IEC 27005 5x5")]
    [InlineData("QUARTILE.INC")]
    [InlineData("at least three scores")]
    [InlineData("ATLAS 3, CMS 3")]
    [InlineData("no low cell touches a high one")]
    [InlineData("impact of 4 or more")]
    public void Rules_SayWhatWasDone(string words) =>
        Assert.Contains(Method.Rules, rule => rule.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Rounds_AreRowsWithAlphaAndW()
    {
        var rows = Method.Rounds.SelectMany(RoundWords.Rows).ToList();
        Assert.Equal(["1", "9 October 2026", "5", "8", "8", "Likelihood", "0.519", "0.692", "6 members, 4 risks"], rows[0]);
        Assert.Equal(["0.774", "0.933", "7 members, 4 risks"], rows[1][6..]);
        Assert.Equal(("2, residual", "n/a", "n/a"), (rows[2][0], rows[2][6], rows[2][7]));
    }

    [Fact]
    public void EqualWeights_AreSaid() => Assert.Contains(
        "Every member's score counts the same.",
        Methodology.Of(WorkedAssessment.Document with { Communities = [new WeighedCommunity("A", 1)] }).Rules);

    [Fact]
    public void ImpactByNeed_CountsEachNeed()
    {
        var document = WorkedAssessment.Document with
        {
            Criteria = ShippedCriteria.Wlcg with { ByNeed = true }, Rounds = [], Risks = [],
        };
        Assert.Contains(Methodology.Of(document).Rules, rule => rule.Contains("confidentiality, integrity and availability", StringComparison.Ordinal));
        Assert.Empty(Methodology.Of(document).Ends);
    }
}
