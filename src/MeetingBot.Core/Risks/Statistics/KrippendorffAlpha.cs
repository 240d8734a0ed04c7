namespace MeetingBot.Risks.Statistics;

/// <summary>
/// Krippendorff's alpha: how far the members of a table agree beyond chance, scores may be missing. It tells of the
/// whole table, never of one row. 1 is full agreement, 0 what chance gives.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>Distances by rank: how many scores lie between.</summary>
    public static double? Ordinal(IReadOnlyList<IReadOnlyList<int>> units) => Of(units, static (values, counts, c, k) =>
    {
        var between = 0.0;
        for (var g = c; g <= k; g++) between += counts[g];
        between -= (counts[c] + counts[k]) / 2;
        return between * between;
    });

    /// <summary>Distances by value.</summary>
    public static double? Interval(IReadOnlyList<IReadOnlyList<int>> units) => Of(
        units, static (values, counts, c, k) => (double)(values[k] - values[c]) * (values[k] - values[c]));

    /// <summary>The same or not.</summary>
    public static double? Nominal(IReadOnlyList<IReadOnlyList<int>> units) => Of(units, static (_, _, _, _) => 1);

    /// <param name="units">The scores of each row; a row with fewer than two says nothing.</param>
    /// <param name="distance">Of two of the values that occur, by their places; only asked for different ones.</param>
    /// <returns>Null where no row has two scores, or only one value occurs.</returns>
    private static double? Of(
        IReadOnlyList<IReadOnlyList<int>> units, Func<int[], double[], int, int, double> distance)
    {
        var paired = units.Where(unit => unit.Count >= 2).ToList();
        int[] values = [.. paired.SelectMany(unit => unit).Distinct().Order()];
        var coincidences = new double[values.Length, values.Length];
        foreach (var unit in paired)
        {
            var counts = new int[values.Length];
            foreach (var score in unit) counts[Array.BinarySearch(values, score)]++;
            for (var c = 0; c < values.Length; c++)
                for (var k = 0; k < values.Length; k++)
                    coincidences[c, k] += (double)counts[c] * (counts[k] - (c == k ? 1 : 0)) / (unit.Count - 1);
        }

        var marginals = new double[values.Length];
        for (var c = 0; c < values.Length; c++)
            for (var k = 0; k < values.Length; k++)
                marginals[c] += coincidences[c, k];
        var total = marginals.Sum();
        var (observed, expected) = (0.0, 0.0);
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = c + 1; k < values.Length; k++)
            {
                var squared = distance(values, marginals, c, k);
                observed += 2 * coincidences[c, k] * squared;
                expected += 2 * marginals[c] * marginals[k] * squared;
            }
        }
        return expected > 0 ? 1 - ((total - 1) * observed / expected) : null;
    }
}
