using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Statistics;

public sealed class RiskStatisticsTests
{
    private static readonly RiskStatistics Iso = RiskStatistics.Of(WorkedTable.Sheet, RiskMatrices.Iso, Scale.Five);
    private static readonly RiskStatistics Nist = RiskStatistics.Of(WorkedTable.Sheet, RiskMatrices.Nist, Scale.Five);

    [Theory]
    [InlineData("TR-1", "L", 7, 2.7143, 3, 3, 0.5, 0.4880, 1, 0.8425, "AGREED")]
    [InlineData("TR-1", "I", 8, 2.2500, 2, 2, 0.25, 0.4629, 1, 0.8553, "AGREED")]
    [InlineData("TR-2", "L", 8, 3.1250, 3, 4, 2, 1.2464, 3, 0.5142, "SPLIT")]
    [InlineData("TR-2", "I", 8, 4.1250, 4, 4, 0, 0.3536, 1, 0.9154, "AGREED")]
    [InlineData("TR-3", "L", 7, 1.2857, 1, 1, 0.5, 0.4880, 1, 0.8425, "AGREED")]
    [InlineData("TR-3", "I", 7, 4.7143, 5, 5, 0.5, 0.4880, 1, 0.8425, "AGREED")]
    [InlineData("TR-4", "L", 8, 3.6250, 4, 4, 1, 0.5175, 1, 0.8193, "AGREED")]
    [InlineData("TR-4", "I", 8, 3.2500, 3, 3, 0.25, 0.4629, 1, 0.8553, "AGREED")]
    [InlineData("TR-5", "L", 2, 3.5000, 3.5, 4, 0.5, 0.7071, 1, 0.8074, "KNOWLEDGE_GAP")]
    [InlineData("TR-5", "I", 5, 3.4000, 3, 3, 1, 0.5477, 1, 0.8150, "AGREED")]
    public void Row_HasTheFiguresReckonedElsewhere(
        string risk, string dimension, int scored, double mean, double median, int highMedian, double iqr, double sd, int range, double consensus, string agreement)
    {
        var figures = Iso.Risks.Single(one => one.Id == risk);
        var summary = dimension == "L" ? figures.Likelihood : figures.Impact;
        Assert.Equal((8, scored), (summary.Eligible, summary.Scored));
        Assert.Equal(mean, summary.Scores.Mean!.Value, 4);
        Assert.Equal(median, summary.Scores.Median!.Value, 12);
        Assert.Equal((highMedian, range), (summary.Scores.HighMedian, summary.Scores.Range));
        Assert.Equal(iqr, summary.Scores.InterquartileRange!.Value, 12);
        Assert.Equal(sd, summary.Scores.Deviation!.Value, 4);
        Assert.Equal(consensus, summary.Consensus!.Value, 4);
        Assert.Equal(agreement, summary.Agreement.Code());
    }

    [Theory]
    [InlineData("TR-1", "Low", "Low")]
    [InlineData("TR-2", "High", "High")]
    [InlineData("TR-3", "Low", "Low")]
    [InlineData("TR-4", "High", "Moderate")]
    [InlineData("TR-5", null, null)]
    public void Level_IsLookedUp_AndTheMatricesDiffer(string risk, string? iso, string? nist)
    {
        Assert.Equal(iso, Iso.Risks.Single(one => one.Id == risk).Level);
        Assert.Equal(nist, Nist.Risks.Single(one => one.Id == risk).Level);
    }

    [Fact]
    public void SplitRow_HasItsRangeOfLevels()
    {
        Assert.Equal("Moderate", Iso.Risks[1].LowLevel);
        Assert.Equal("Low", Nist.Risks[1].LowLevel);
        Assert.Equal(2, Iso.Risks[1].Likelihood.Scores.LowMedian);
    }

    [Fact]
    public void Coverage_LeavesAbstentionsOut()
    {
        Assert.Equal((0.875, 0.125), (Iso.Risks[0].Likelihood.Coverage, Iso.Risks[0].Likelihood.DontKnowRate));
        Assert.Equal((2.0 / 7, 4.0 / 7), (Iso.Risks[4].Likelihood.Coverage, Iso.Risks[4].Likelihood.DontKnowRate));
        Assert.Equal((5.0 / 7, 1.0 / 7), (Iso.Risks[4].Impact.Coverage, Iso.Risks[4].Impact.DontKnowRate));
        Assert.Equal((7.0 / 8, 1), (Iso.Risks[4].Likelihood.Participation, Iso.Risks[4].Likelihood.NoReply));
    }

    [Fact]
    public void WholeTable_HasItsAlphaAndW()
    {
        Assert.Equal(1781197.0 / 3435264, Iso.Likelihood.Alpha!.Value, 12);
        Assert.Equal(297389.0 / 384264, Iso.Impact.Alpha!.Value, 12);
        Assert.Equal(new KendallW(Iso.Likelihood.Concordance.W, 6, 4), Iso.Likelihood.Concordance);
        Assert.Equal(110.0 / 159, Iso.Likelihood.Concordance.W!.Value, 12);
        Assert.Equal(new KendallW(Iso.Impact.Concordance.W, 7, 4), Iso.Impact.Concordance);
        Assert.Equal(209.0 / 224, Iso.Impact.Concordance.W!.Value, 12);
    }

    [Theory]
    [InlineData(RiskDimension.Likelihood, 14216.0 / 26523, 11.0 / 42)]
    [InlineData(RiskDimension.Impact, 5527.0 / 7122, null)]
    public void Alpha_ByOtherDistances(RiskDimension dimension, double interval, double? nominal)
    {
        var units = WorkedTable.Sheet.Risks.Select(IReadOnlyList<int> (risk) => WorkedTable.Sheet.Of(risk, dimension)
            .Where(score => score.Kind is ScoreKind.Scored).Select(score => score.Value).ToList()).ToList();
        Assert.Equal(interval, KrippendorffAlpha.Interval(units)!.Value, 12);
        if (nominal is { } told) Assert.Equal(told, KrippendorffAlpha.Nominal(units)!.Value, 12);
    }

    [Fact]
    public void NothingToCompare_IsNotDefined_AndNothingFails()
    {
        var none = RiskStatistics.Of(new ScoreSheet([], [], ImmutableDictionary<(string, string, RiskDimension), Score>.Empty), RiskMatrices.Iso, Scale.Five);
        Assert.Empty(none.Risks);
        Assert.Null(none.Likelihood.Alpha);
        Assert.Null(none.Impact.Concordance.W);
        Assert.Null(KrippendorffAlpha.Ordinal([[3, 3], [3, 3, 3]]));
        Assert.Null(KrippendorffAlpha.Ordinal([[3], [2]]));
        Assert.Null(KendallW.Of([[1, 1], [2, 2]], 2).W);
        Assert.Equal(1, KendallW.Of([[1, 2, 3], [2, 4, 5]], 3).W!.Value, 12);
    }

    [Fact]
    public void Weights_MayTurnTheLevel()
    {
        double[] communities = [3, 3, 3, 3, 2, 1, 1, 1];
        var scores = WorkedTable.Sheet.Of("TR-2", RiskDimension.Likelihood).Zip(communities, (score, weight) => (score.Value, weight)).ToList();
        Assert.Equal(2, WeightedScores.HighMedian(scores));
        Assert.Equal(53.0 / 17, WeightedScores.Mean(scores)!.Value, 12);
        Assert.Equal("Moderate", RiskMatrices.Iso.Level(2, 4));
        Assert.Equal("Low", RiskMatrices.Nist.Level(2, 4));
        double[] one = [0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1];
        var single = scores.Zip(one, (score, weight) => (score.Value, weight)).ToList();
        Assert.Equal(4, WeightedScores.HighMedian(single));
        Assert.Equal(37.0 / 12, WeightedScores.Mean(single)!.Value, 12);
        Assert.Equal(4, WeightedScores.HighMedian([.. scores.Select(score => (score.Value, 1.0))]));
        Assert.Null(WeightedScores.HighMedian([(3, 0.0)]));
        Assert.Null(WeightedScores.Mean([]));
    }

    [Fact]
    public void Rounds_AreStable_WhenFewVotesMove()
    {
        Distribution first = new([2, 4, 2, 5, 2, 4, 2, 4]), second = new([3, 4, 3, 4, 3, 4, 3, 4]), third = new([3, 4, 3, 4, 4, 4, 3, 4]);
        Assert.Equal((0.625, 0.125), (DelphiRounds.Change(first, second), DelphiRounds.Change(second, third)));
        Assert.Equal((false, true), (DelphiRounds.IsStable(0.625), DelphiRounds.IsStable(0.125)));
        Assert.Equal(0.807355, second.Consensus(Scale.Five)!.Value, 6);
        Assert.Equal((3.5, 4), (second.Median, second.HighMedian));
        Assert.Equal(0.819321, third.Consensus(Scale.Five)!.Value, 6);
        Assert.Null(DelphiRounds.Change(first, new Distribution([3])));
    }
}
