namespace MeetingBot.Risks.Statistics;

/// <summary>Whether a second round has moved the group.</summary>
public static class DelphiRounds
{
    private const double StableBelow = 0.15;

    /// <summary>
    /// The share of votes that moved: half the sum of the differences of the counts of each value, over the number of
    /// voters. Needs the same voters in both rounds; null where their number differs or is none.
    /// </summary>
    public static double? Change(Distribution before, Distribution after)
    {
        if (before.Count != after.Count || before.IsEmpty) return null;
        var values = before.Sorted.Concat(after.Sorted).Distinct();
        var moved = values.Sum(value =>
            Math.Abs(before.Sorted.Count(score => score == value) - after.Sorted.Count(score => score == value)));
        return moved / (2.0 * before.Count);
    }

    /// <summary>Under 0.15 a further round would hardly change the result.</summary>
    public static bool IsStable(double change) => change < StableBelow;
}
