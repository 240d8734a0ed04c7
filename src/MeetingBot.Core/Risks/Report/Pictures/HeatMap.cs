using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report.Pictures;

/// <summary>Where the risks are in the matrix: their ids in its cells, each with its level in words.</summary>
/// <param name="Cells">Those with a risk, the gravest first.</param>
public sealed record HeatMap(RiskCriteria Criteria, string Title, ImmutableArray<HeatCell> Cells)
{
    private const int CellWidth = 118;
    private const int CellHeight = 64;
    private const int Left = 58;
    private const int Bottom = 46;
    private const int LineLength = 16;
    private const int MostLines = 2;

    // Fills for a picture without stylesheet; steps from calm to grave.
    private static readonly ImmutableArray<string> Fills = ["#eef3ee", "#dce9da", "#f8ebc4", "#f3cda4", "#e8a598"];

    public bool IsEmpty => Cells.IsEmpty;

    public static HeatMap Current(RiskReport report) =>
        Of(report, "Current risk", entry => (entry.Likelihood, entry.Impact));

    public static HeatMap Residual(RiskReport report) =>
        Of(report, "Residual risk, once treated", entry => (entry.ResidualLikelihood, entry.ResidualImpact));

    /// <summary>In words what is drawn.</summary>
    public string Alternative() => IsEmpty
        ? "No risk is in it."
        : string.Join(' ', Cells.Select(cell => string.Create(CultureInfo.InvariantCulture,
            $"Likelihood {cell.Likelihood}, impact {cell.Impact}, {Criteria.Say(cell.Level)}: ")
                + string.Join(", ", cell.Ids) + "."));

    /// <summary>As a vector picture.</summary>
    /// <param name="id">Unique on the page.</param>
    public string Draw(string id)
    {
        var (columns, rows) = (Criteria.Impact.Highest, Criteria.Likelihood.Highest);
        var height = (rows * CellHeight) + Bottom;
        return Svg.Picture(
            Left + (columns * CellWidth) + 2, height, id, Title, Alternative(),
            Criteria.Likelihood.Values.SelectMany(likelihood => Row(likelihood, rows - likelihood, columns))
                .Concat(Axes(columns, rows)));
    }

    private IEnumerable<XElement> Row(int likelihood, int fromTop, int columns)
    {
        var y = fromTop * CellHeight;
        yield return Svg.Text(Left - 10, y + (CellHeight / 2) + 5, LevelWords.Number(likelihood), "axis", "end");
        for (var impact = 1; impact <= columns; impact++)
        {
            var (x, level) = (Left + ((impact - 1) * CellWidth), Criteria.Matrix[likelihood, impact]);
            var step = Criteria.Step(level);
            yield return Svg.Rectangle(
                x + 1, y + 1, CellWidth - 2, CellHeight - 2,
                FormattableString.Invariant($"cell step{step}"), Fills[step]);
            yield return Svg.Text(x + 8, y + 16, Sentences.Cut(Criteria.Matrix.Levels[level], LineLength), "small");
            if (Cells.FirstOrDefault(cell => cell.Likelihood == likelihood && cell.Impact == impact) is not { } found)
                continue;
            var lines = Lines(found.Ids);
            for (var line = 0; line < lines.Count; line++)
                yield return Svg.Text(x + 8, y + 36 + (line * 17), lines[line], "ids");
        }
    }

    private static IEnumerable<XElement> Axes(int columns, int rows)
    {
        var y = rows * CellHeight;
        for (var impact = 1; impact <= columns; impact++)
            yield return Svg.Text(
                Left + ((impact - 0.5) * CellWidth), y + 18, LevelWords.Number(impact), "axis", "middle");
        yield return Svg.Text(Left + (columns * CellWidth / 2.0), y + 38, "Impact →", "axis", "middle");
        yield return Svg.Turned(16, y / 2.0, "Likelihood →", "axis");
    }

    // As many as there is room for, and how many there are besides.
    private static List<string> Lines(ImmutableArray<string> ids)
    {
        var lines = new List<string> { "" };
        for (var at = 0; at < ids.Length; at++)
        {
            var longer = lines[^1].Length == 0 ? ids[at] : $"{lines[^1]}, {ids[at]}";
            var rest = ids.Length - at;
            var room = LineLength - (lines.Count == MostLines && rest > 1 ? 4 : 0);
            if (longer.Length <= room || lines[^1].Length == 0) lines[^1] = longer;
            else if (lines.Count < MostLines) lines.Add(ids[at]);
            else
            {
                lines[^1] += FormattableString.Invariant($" +{rest}");
                break;
            }
        }
        return lines;
    }

    private static HeatMap Of(
        RiskReport report, string title, Func<RiskEntry, (int? Likelihood, int? Impact)> place) => new(
        report.Criteria, title,
        [
            .. report.All.Select(entry => (entry.Id, Place: place(entry)))
                .Where(found => found.Place is { Likelihood: not null, Impact: not null })
                .GroupBy(found => (Likelihood: found.Place.Likelihood!.Value, Impact: found.Place.Impact!.Value))
                .Select(group => new HeatCell(
                    group.Key.Likelihood, group.Key.Impact,
                    report.Criteria.Matrix[group.Key.Likelihood, group.Key.Impact],
                    [.. group.Select(found => found.Id).OrderBy(id => RiskId.Read(id))]))
                .OrderByDescending(cell => cell.Level).ThenByDescending(cell => cell.Impact)
                .ThenByDescending(cell => cell.Likelihood),
        ]);
}

/// <summary>A cell of the matrix with risks in it.</summary>
/// <param name="Level">From 0.</param>
public sealed record HeatCell(int Likelihood, int Impact, int Level, ImmutableArray<string> Ids);
