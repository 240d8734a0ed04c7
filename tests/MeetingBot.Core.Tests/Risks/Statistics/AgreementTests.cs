using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Statistics;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("3 3 3 3", 1, "AGREED")]
    [InlineData("1 1 5 5", 0, "SPLIT")]
    [InlineData("1 5 1 5", 0, "SPLIT")]
    [InlineData("2 4 2 4", 0.584963, "SPLIT")]
    [InlineData("3 3 4 4", 0.807355, "AGREED")]
    [InlineData("2 3 3 3 4", 0.833985, "AGREED")]
    [InlineData("3 3 3 3 3 5", 0.765790, "DISCUSS")]
    [InlineData("2 2 3 3 3 4 4 5", 0.651292, "DISCUSS")]
    [InlineData("1 3 3 3 5", 0.6, "DISCUSS")]
    [InlineData("1 2 3 4 5", 0.433985, "SPLIT")]
    [InlineData("2 2 5 5", 0.321928, "SPLIT")]
    [InlineData("1 1 1 5", 0.188722, "SPLIT")]
    [InlineData("4 4", 1, "INSUFFICIENT")]
    [InlineData("4", 1, "INSUFFICIENT")]
    public void Scores_HaveTheirConsensusAndClass(string scores, double consensus, string agreement)
    {
        var summary = Of(scores, scores.Split(' ').Length);
        Assert.Equal(consensus, summary.Consensus!.Value, 6);
        Assert.Equal(agreement, summary.Agreement.Code());
    }

    [Fact]
    public void Consensus_KnowsTheWidthOfTheScale()
    {
        var scores = new Distribution([2, 2, 2, 1]);
        Assert.Equal(0.855278, scores.Consensus(Scale.Five)!.Value, 6);
        Assert.Equal(0.685998, scores.Consensus(new Scale(1, 3))!.Value, 6);
        Assert.Equal(Agreement.Agreed, ScoreSummary.Of([.. scores.Sorted.Select(Score.Of)], 4, new Scale(1, 3)).Agreement);
        var wide = new Distribution(
            new[] { 30, 40, 210, 130, 530, 50, 10 }.SelectMany((count, place) => Enumerable.Repeat(place + 1, count)));
        Assert.Equal(0.7256876, wide.Consensus(new Scale(1, 7))!.Value, 7);
    }

    [Theory]
    [InlineData("", 0, "INSUFFICIENT")]
    [InlineData("", 5, "INSUFFICIENT")]
    [InlineData("- -", 2, "INSUFFICIENT")]
    [InlineData("? ? ?", 3, "KNOWLEDGE_GAP")]
    [InlineData("3 3 3 3 ? ?", 6, "KNOWLEDGE_GAP")]
    [InlineData("3 3 3 3 3 ? ?", 7, "AGREED")]
    [InlineData("3 3 3", 7, "INSUFFICIENT")]
    [InlineData("3 3 3", 6, "AGREED")]
    [InlineData("3 3 3 - -", 8, "AGREED")]
    public void FewScores_OrTooManyWhoDoNotKnow_DecideNothing(string scores, int eligible, string agreement)
    {
        var summary = Of(scores, eligible);
        Assert.Equal(agreement, summary.Agreement.Code());
        Assert.Equal(agreement is "AGREED", summary.Value is not null);
        if (summary.Scored == 0)
            Assert.Equal((null, null, null, null, null), (summary.Scores.Mean, summary.Scores.Median, summary.Scores.HighMedian, summary.Scores.Range, summary.Consensus));
    }

    private static ScoreSummary Of(string scores, int eligible) => ScoreSummary.Of(
        [.. scores.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(score => score switch { "?" => Score.DontKnow, "-" => Score.Abstained, _ => Score.Of(score[0] - '0') })],
        eligible, Scale.Five);
}
