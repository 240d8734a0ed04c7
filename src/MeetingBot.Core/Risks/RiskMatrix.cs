using System.Collections.Immutable;

namespace MeetingBot.Risks;

/// <summary>Looks up the level of a risk by likelihood and impact. It is data, and no arithmetic on labels.</summary>
public sealed record RiskMatrix
{
    private readonly ImmutableArray<ImmutableArray<int>> _cells;

    /// <param name="name">What the report prints.</param>
    /// <param name="levels">Words of the levels, lowest first.</param>
    /// <param name="cells">A row for each likelihood, lowest first, with a level for each impact, from 0.</param>
    /// <exception cref="ArgumentException">The rows differ in length, or a cell is no level.</exception>
    public RiskMatrix(string name, ImmutableArray<string> levels, ImmutableArray<ImmutableArray<int>> cells)
    {
        if (cells.IsEmpty || cells.Any(row => row.Length != cells[0].Length || row.IsEmpty))
            throw new ArgumentException("Every likelihood needs a level for each impact.", nameof(cells));
        if (cells.Any(row => row.Any(cell => cell < 0 || cell >= levels.Length)))
            throw new ArgumentException("A cell is none of the levels.", nameof(cells));
        (Name, Levels, _cells) = (name, levels, cells);
    }

    public string Name { get; }

    public ImmutableArray<string> Levels { get; }

    /// <summary>The level, from 0.</summary>
    /// <param name="likelihood">From 1.</param>
    /// <param name="impact">From 1.</param>
    public int this[int likelihood, int impact] => _cells[likelihood - 1][impact - 1];

    /// <summary>The level in words.</summary>
    public string Level(int likelihood, int impact) => Levels[this[likelihood, impact]];

    /// <summary>Whether no level falls where likelihood or impact rises (Cox 2008).</summary>
    public bool IsMonotone
    {
        get
        {
            for (var likelihood = 0; likelihood < _cells.Length; likelihood++)
                for (var impact = 0; impact < _cells[0].Length; impact++)
                    if ((likelihood > 0 && _cells[likelihood][impact] < _cells[likelihood - 1][impact])
                        || (impact > 0 && _cells[likelihood][impact] < _cells[likelihood][impact - 1])) return false;
            return true;
        }
    }
}
