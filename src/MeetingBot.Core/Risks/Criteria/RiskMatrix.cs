using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MeetingBot.Risks.Criteria;

/// <summary>Looks up the level of a risk by likelihood and impact. It is data, and no arithmetic on labels.</summary>
public sealed record RiskMatrix
{
    /// <param name="name">What the report prints.</param>
    /// <param name="levels">Words of the levels, lowest first.</param>
    /// <param name="cells">A row for each likelihood, lowest first, with a level for each impact, from 0.</param>
    /// <exception cref="ArgumentException">The rows differ in length, or a cell is no level.</exception>
    [JsonConstructor]
    public RiskMatrix(string name, ImmutableArray<string> levels, ImmutableArray<ImmutableArray<int>> cells)
    {
        if (cells.IsDefaultOrEmpty || cells.Any(row => row.IsDefaultOrEmpty || row.Length != cells[0].Length))
            throw new ArgumentException("Every likelihood needs a level for each impact.", nameof(cells));
        if (levels.IsDefaultOrEmpty || cells.Any(row => row.Any(cell => cell < 0 || cell >= levels.Length)))
            throw new ArgumentException("A cell is none of the levels.", nameof(cells));
        (Name, Levels, Cells) = (name, levels, cells);
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Name { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ImmutableArray<string> Levels { get; }

    /// <summary>A row for each likelihood, lowest first, with a level for each impact, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ImmutableArray<ImmutableArray<int>> Cells { get; }

    /// <summary>The level, from 0.</summary>
    /// <param name="likelihood">From 1.</param>
    /// <param name="impact">From 1.</param>
    public int this[int likelihood, int impact] => Cells[likelihood - 1][impact - 1];

    /// <summary>The level in words.</summary>
    public string Level(int likelihood, int impact) => Levels[this[likelihood, impact]];

    /// <summary>Whether it has a level for every pair of values of the scales.</summary>
    public bool Fits(Scale likelihood, Scale impact) =>
        likelihood.Lowest == 1 && impact.Lowest == 1
        && Cells.Length == likelihood.Highest && Cells[0].Length == impact.Highest;

    /// <summary>Whether no level falls where likelihood or impact rises (Cox 2008).</summary>
    public bool IsMonotone
    {
        get
        {
            for (var likelihood = 0; likelihood < Cells.Length; likelihood++)
                for (var impact = 0; impact < Cells[0].Length; impact++)
                    if ((likelihood > 0 && Cells[likelihood][impact] < Cells[likelihood - 1][impact])
                        || (impact > 0 && Cells[likelihood][impact] < Cells[likelihood][impact - 1])) return false;
            return true;
        }
    }

    /// <summary>
    /// Whether no cell of the lowest two levels shares an edge with one of the highest two (Cox 2008): between
    /// acceptable and not there is a step. A matrix of fewer than four levels has no such pairs.
    /// </summary>
    public bool IsGradual
    {
        get
        {
            if (Levels.Length < 4) return true;
            for (var likelihood = 0; likelihood < Cells.Length; likelihood++)
                for (var impact = 0; impact < Cells[0].Length; impact++)
                    if ((likelihood > 0 && Jumps(Cells[likelihood][impact], Cells[likelihood - 1][impact]))
                        || (impact > 0 && Jumps(Cells[likelihood][impact], Cells[likelihood][impact - 1])))
                        return false;
            return true;
        }
    }

    private bool Jumps(int one, int other) => Math.Min(one, other) <= 1 && Math.Max(one, other) >= Levels.Length - 2;
}
