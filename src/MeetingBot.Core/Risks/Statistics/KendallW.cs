namespace MeetingBot.Risks.Statistics;

/// <summary>Kendall's W: whether members rank the rows alike. 1 where all do, 0 where they cancel out.</summary>
/// <param name="W">Null under two raters or two rows, or where each gives the same to every row.</param>
/// <param name="Raters">Members who scored every row.</param>
/// <param name="Rows">How many rows.</param>
public sealed record KendallW(double? W, int Raters, int Rows)
{
    /// <summary>With middle ranks for ties and the correction for them.</summary>
    /// <param name="raters">The scores of each member who scored every row, all in the same order of rows.</param>
    /// <param name="rows">How many rows there are.</param>
    public static KendallW Of(IReadOnlyList<IReadOnlyList<int>> raters, int rows)
    {
        var m = raters.Count;
        if (m < 2 || rows < 2) return new KendallW(null, m, rows);
        var sums = new double[rows];
        var ties = 0.0;
        foreach (var scores in raters)
        {
            foreach (var group in Enumerable.Range(0, rows).GroupBy(row => scores[row]))
            {
                var below = scores.Count(score => score < group.Key);
                double size = group.Count();
                foreach (var row in group) sums[row] += below + ((size + 1) / 2);
                ties += (size * size * size) - size;
            }
        }
        var mean = m * (rows + 1) / 2.0;
        var squares = sums.Sum(sum => (sum - mean) * (sum - mean));
        double n = rows;
        var most = ((double)m * m * ((n * n * n) - n)) - (m * ties);
        return new KendallW(most > 0 ? 12 * squares / most : null, m, rows);
    }
}
