namespace MeetingBot.Risks.Statistics;

/// <summary>Scores that weigh differently, such as those of communities.</summary>
public static class WeightedScores
{
    /// <summary>
    /// The highest value such that scores of it or above weigh at least half of all; with equal weights the high
    /// median. Null where nothing weighs anything.
    /// </summary>
    public static int? HighMedian(IReadOnlyCollection<(int Value, double Weight)> scores)
    {
        var total = scores.Sum(score => score.Weight);
        if (!(total > 0)) return null;
        var above = 0.0;
        foreach (var same in scores.GroupBy(score => score.Value).OrderByDescending(group => group.Key))
        {
            above += same.Sum(score => score.Weight);
            if (above >= (total / 2) - AgreementRule.Tolerance) return same.Key;
        }
        return null;
    }

    /// <summary>Null where nothing weighs anything.</summary>
    public static double? Mean(IReadOnlyCollection<(int Value, double Weight)> scores) =>
        scores.Sum(score => score.Weight) is > 0 and var total
            ? scores.Sum(score => score.Value * score.Weight) / total
            : null;
}
