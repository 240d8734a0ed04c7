using System.Diagnostics;

namespace MeetingBot.Risks.Statistics;

/// <summary>Weights tell nobody's score; held against every way in which scores may have fallen.</summary>
public sealed class WeightedDisclosureTests
{
    private static readonly double[][] Weights = [[3, 3, 3, 2, 1, 1, 1], [1, 1, 1, 10, 100, 100, 100], [2, 2, 2, 4.5, 1, 1, 1], [1, 1, 1, 1.5, 2, 2, 2]];

    /// <summary>Shown only where the fourth, who alone weighs as they do, can have scored something else.</summary>
    [Fact]
    public void ShownMean_LeavesMoreThanOneScore_ToWhoAloneWeighsAsTheyDo()
    {
        var shown = 0;
        foreach (var weights in Weights)
        {
            var all = Enumerable.Range(0, 2187).Select(n => Enumerable.Range(0, 7).Select(place => 2 + (n / (int)Math.Pow(3, place) % 3)).ToArray()).ToList();
            var possible = all.GroupBy(values => (string.Join("", values.Order()), Math.Round(values.Zip(weights, (value, weight) => value * weight).Sum(), 6)))
                .ToDictionary(same => same.Key, same => same.Select(values => values[3]).Distinct().Count());
            foreach (var values in all)
            {
                var scores = values.Zip(weights).ToList();
                if (WeightedDisclosure.ByMean(scores, 3)) continue;
                shown++;
                Assert.True(possible[(string.Join("", values.Order()), Math.Round(scores.Sum(score => score.First * score.Second), 6))] > 1,
                    $"{string.Join(' ', values)} weighed {string.Join(' ', weights)}");
            }
        }
        Assert.InRange(shown, 500, 4 * 2187);
    }

    [Fact]
    public void ManyWeights_AreSeenThroughInBoundedTime()
    {
        var scores = Enumerable.Range(0, 300).Select(n => (1 + (n % 5), Math.Sqrt(2 + (n < 30 ? n : n % 7)))).ToList();
        var watch = Stopwatch.StartNew();
        Assert.True(WeightedDisclosure.ByMean(scores, 3));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }
}
