using System.Globalization;
using System.Xml.Linq;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks.Report.Pictures;

/// <summary>How the scores of one dimension fell: a bar for each value of the scale, the greatest above.</summary>
/// <param name="Value">The group's; null for none.</param>
public sealed record VoteBars(DimensionResult Result, Scale Scale, ScoreSummary Summary, int? Value)
{
    private const int Width = 330;
    private const int RowHeight = 22;
    private const int Left = 34;
    private const int MostBar = 172;

    public static VoteBars Of(DimensionResult result, RiskCriteria criteria) => new(
        result, criteria.ScaleOf(result.Dimension), result.Summary(criteria), result.Summary(criteria).Value);

    /// <summary>In words what is drawn: <c>5: 1, 4: 3, …; the group's value is 4</c>.</summary>
    public string Alternative() => string.Join(", ", Scale.Values.Reverse().Select(value => string.Create(
            CultureInfo.InvariantCulture, $"{value}: {Count(value)}")))
        + (Value is { } drawn ? string.Create(CultureInfo.InvariantCulture, $"; the group's value is {drawn}.")
            : "; they give no value.");

    /// <summary>As a vector picture.</summary>
    /// <param name="id">Unique on the page.</param>
    public string Draw(string id) => Svg.Picture(
        Width, ((Scale.Width + 1) * RowHeight) + 4, id, $"{Result.Dimension.Name()}: how the scores fell",
        Alternative(),
        Bars());

    private IEnumerable<XElement> Bars()
    {
        // A full bar is all who scored, so that bars of two dimensions compare.
        double most = Math.Max(1, Summary.Scored);
        foreach (var value in Scale.Values.Reverse())
        {
            var y = (Scale.Highest - value) * RowHeight;
            var (count, chosen) = (Count(value), value == Value);
            var width = count / most * MostBar;
            yield return Svg.Text(Left - 12, y + 16, LevelWords.Number(value), chosen ? "axis chosen" : "axis", "end");
            if (count > 0)
                yield return Svg.Rectangle(
                    Left, y + 4, width, RowHeight - 7, chosen ? "bar chosen" : "bar", chosen ? "#1f5f5b" : "#a9b8b7");
            yield return Svg.Text(
                Left + width + 7, y + 16, LevelWords.Number(count) + (chosen ? "  ◂ group's value" : ""),
                chosen ? "axis chosen" : "axis");
        }
        yield return Svg.Line(Left, 2, Left, ((Scale.Width + 1) * RowHeight) + 2, "rule");
    }

    private int Count(int value) =>
        value - Scale.Lowest < Result.Counts.Length ? Result.Counts[value - Scale.Lowest] : 0;
}
