using System.Collections.Immutable;

namespace MeetingBot.Risks.Statistics;

/// <summary>The figures of a table of scores.</summary>
/// <param name="Risks">In the order of the table.</param>
public sealed record RiskStatistics(
    ImmutableArray<RiskFigures> Risks, DimensionFigures Likelihood, DimensionFigures Impact)
{
    public static RiskStatistics Of(ScoreSheet sheet, RiskMatrix matrix, Scale scale)
    {
        var risks = sheet.Risks.Select(risk => new RiskFigures(
            risk, Summary(sheet, risk, RiskDimension.Likelihood, scale),
            Summary(sheet, risk, RiskDimension.Impact, scale), matrix)).ToImmutableArray();
        // Rows without a level are not ranked, so nobody is asked whether members rank them alike.
        var ranked = risks.Where(risk => risk.Level is not null).Select(risk => risk.Id).ToList();
        return new RiskStatistics(
            risks, Figures(sheet, RiskDimension.Likelihood, ranked), Figures(sheet, RiskDimension.Impact, ranked));
    }

    private static ScoreSummary Summary(ScoreSheet sheet, string risk, RiskDimension dimension, Scale scale) =>
        ScoreSummary.Of(sheet.Of(risk, dimension), sheet.Members.Length, scale);

    private static DimensionFigures Figures(ScoreSheet sheet, RiskDimension dimension, List<string> ranked)
    {
        var units = sheet.Risks.Select(IReadOnlyList<int> (risk) => Values(sheet.Of(risk, dimension))).ToList();
        var raters = sheet.Members
            .Select(member => ranked.Select(risk => sheet[member, risk, dimension]).OfType<Score>())
            .Select(IReadOnlyList<int> (scores) => Values(scores))
            .Where(scores => scores.Count == ranked.Count).ToList();
        return new DimensionFigures(KrippendorffAlpha.Ordinal(units), KendallW.Of(raters, ranked.Count));
    }

    private static List<int> Values(IEnumerable<Score> scores) =>
        [.. scores.Where(score => score.Kind is ScoreKind.Scored).Select(score => score.Value)];
}

/// <summary>The figures of one risk.</summary>
public sealed record RiskFigures(string Id, ScoreSummary Likelihood, ScoreSummary Impact, RiskMatrix Matrix)
{
    /// <summary>By the high medians; null where one of them is no value.</summary>
    public string? Level => Likelihood.Value is { } likelihood && Impact.Value is { } impact
        ? Matrix.Level(likelihood, impact)
        : null;

    /// <summary>
    /// Where the middle of the scores is wide, the level of the low medians; null where there is no level.
    /// </summary>
    public string? LowLevel => Level is null
        ? null
        : Matrix.Level(Likelihood.Scores.LowMedian!.Value, Impact.Scores.LowMedian!.Value);
}

/// <summary>Figures of one dimension over all risks.</summary>
/// <param name="Alpha">Krippendorff's, ordinal; null where it is not defined.</param>
public sealed record DimensionFigures(double? Alpha, KendallW Concordance);
