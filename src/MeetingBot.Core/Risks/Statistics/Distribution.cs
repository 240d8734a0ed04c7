using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Statistics;

/// <summary>The scores that were given for one dimension of one risk, in order of their value.</summary>
public sealed class Distribution
{
    private readonly ImmutableArray<int> _sorted;

    public Distribution(IEnumerable<int> scores) => _sorted = [.. scores.Order()];

    public int Count => _sorted.Length;

    public bool IsEmpty => _sorted.IsEmpty;

    public ImmutableArray<int> Sorted => _sorted;

    /// <summary>Null for no scores.</summary>
    public double? Mean => IsEmpty ? null : _sorted.Average();

    /// <summary>Sample standard deviation (n - 1); null under two scores.</summary>
    public double? Deviation
    {
        get
        {
            if (Count < 2) return null;
            var mean = Mean!.Value;
            return Math.Sqrt(_sorted.Sum(score => (score - mean) * (score - mean)) / (Count - 1));
        }
    }

    /// <summary>Of an even number the mean of the two in the middle; null for no scores.</summary>
    public double? Median => Quantile(0.5);

    /// <summary>The score in the middle, of an even number the upper one: a whole number, as a vote is.</summary>
    public int? HighMedian => IsEmpty ? null : _sorted[Count / 2];

    /// <summary>The score in the middle, of an even number the lower one.</summary>
    public int? LowMedian => IsEmpty ? null : _sorted[(Count - 1) / 2];

    /// <summary>Between the quartiles; null for no scores.</summary>
    public double? InterquartileRange => Quantile(0.75) - Quantile(0.25);

    /// <summary>Between the lowest and the highest; null for no scores.</summary>
    public int? Range => IsEmpty ? null : _sorted[^1] - _sorted[0];

    /// <summary>
    /// Consensus (Tastle and Wierman 2007): 1 where all are equal, 0 where half stand at each end; null for no scores.
    /// </summary>
    /// <param name="scale">The distance counts in its width.</param>
    public double? Consensus(Scale scale)
    {
        if (Mean is not { } mean) return null;
        var sum = 0.0;
        foreach (var same in _sorted.GroupBy(score => score))
            sum += (double)same.Count() / Count * Math.Log2(1 - (Math.Abs(same.Key - mean) / scale.Width));
        return 1 + sum;
    }

    /// <summary>Linear interpolation at position (n - 1)p, as Excel's QUARTILE.INC; null for no scores.</summary>
    public double? Quantile(double p)
    {
        if (IsEmpty) return null;
        var position = (Count - 1) * p;
        var below = (int)position;
        var above = Math.Min(below + 1, Count - 1);
        return _sorted[below] + ((position - below) * (_sorted[above] - _sorted[below]));
    }
}
