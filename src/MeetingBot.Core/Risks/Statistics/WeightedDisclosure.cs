using System.Numerics;

namespace MeetingBot.Risks.Statistics;

/// <summary>
/// Whether figures of weighed scores, shown beside how many gave each value, would tell what one or two members scored
/// whose scores alone weigh as they do.
/// </summary>
public static class WeightedDisclosure
{
    private const double Exact = 1e-6;

    // Of a group's scores so many of each value are enough to find another way in which they may have fallen.
    private const int OfEachValue = 2;

    // Of many weights so many pairs are tried: where none of them shows another way, the mean is rather left out.
    private const int MostPairs = 10;

    /// <summary>
    /// The weighted median: one or two scores outweigh all the rest, so that it lies between them.
    /// </summary>
    /// <param name="fewest">So many scores name nobody.</param>
    public static bool ByMedian(IReadOnlyCollection<(int Value, double Weight)> scores, int fewest) =>
        scores.DistinctBy(score => score.Weight).Count() > 1
        && scores.Select(score => score.Weight).OrderDescending().Take(fewest - 1).Sum()
            > (scores.Sum(score => score.Weight) / 2) + AgreementRule.Tolerance;

    /// <summary>
    /// The weighted mean: of some weight there are one or two scores, and by the mean and the counts there is only one
    /// sum that they can have.
    /// </summary>
    /// <param name="fewest">So many scores name nobody.</param>
    public static bool ByMean(IReadOnlyCollection<(int Value, double Weight)> scores, int fewest)
    {
        var groups = scores.GroupBy(score => score.Weight)
            .Select(same => new Group(same.Key, [.. same.Select(score => score.Value)])).ToList();
        return groups.Count > 1 && groups.Exists(group => group.Values.Length < fewest
            && !Pairs(groups, group).Take(MostPairs).Any(pair => MayDiffer(group, pair.One, pair.Other)));
    }

    private static IEnumerable<(Group One, Group Other)> Pairs(List<Group> groups, Group but) =>
        from one in groups
        from other in groups
        where one != but && other != but && one.Weight < other.Weight
        select (one, other);

    // Whether the scores of three groups can be dealt out anew, so that their weighed sum is the same and few's is not.
    private static bool MayDiffer(Group few, Group one, Group other)
    {
        var (first, second) = (Some(one.Values), Some(other.Values));
        int[] pool = [.. few.Values, .. first, .. second];
        var sum = (few.Weight * few.Values.Sum()) + (one.Weight * first.Sum()) + (other.Weight * second.Sum());
        foreach (var dealt in Choices(pool, few.Values.Length))
        {
            var mine = dealt.Sum(place => pool[place]);
            if (mine == few.Values.Sum()) continue;
            var rest = pool.Where((_, place) => !dealt.Contains(place)).ToArray();
            var left = sum - (few.Weight * mine) - (other.Weight * rest.Sum());
            var theirs = left / (one.Weight - other.Weight);
            if (Math.Abs(theirs - Math.Round(theirs)) < Exact && IsSum(rest, first.Length, (int)Math.Round(theirs)))
                return true;
        }
        return false;
    }

    private static int[] Some(int[] values) =>
        [.. values.GroupBy(value => value).SelectMany(same => same.Take(OfEachValue))];

    private static IEnumerable<int[]> Choices(int[] pool, int count)
    {
        for (var one = 0; one < pool.Length; one++)
        {
            if (count == 1) yield return [one];
            for (var other = one + 1; count == 2 && other < pool.Length; other++) yield return [one, other];
        }
    }

    // Bit s of sums[n]: n of the values can come to s.
    private static bool IsSum(int[] values, int count, int sum)
    {
        if (sum < 0 || sum > values.Sum()) return false;
        var sums = new BigInteger[count + 1];
        sums[0] = BigInteger.One;
        foreach (var value in values)
            for (var n = count; n > 0; n--) sums[n] |= sums[n - 1] << value;
        return !((sums[count] >> sum) & BigInteger.One).IsZero;
    }

    private sealed record Group(double Weight, int[] Values);
}
