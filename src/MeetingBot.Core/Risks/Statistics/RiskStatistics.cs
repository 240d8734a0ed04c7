using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Statistics;

/// <summary>The figures of a table of scores.</summary>
/// <param name="Risks">In the order of the table.</param>
public sealed record RiskStatistics(
    ImmutableArray<RiskFigures> Risks, DimensionFigures Likelihood, DimensionFigures Impact)
{
    public static RiskStatistics Of(ScoreSheet sheet, RiskMatrix matrix, Scale scale)
    {
        var (likelihoods, impacts) = (Answers(sheet, RiskDimension.Likelihood), Answers(sheet, RiskDimension.Impact));
        var risks = sheet.Risks.Select((risk, row) => new RiskFigures(
            risk, Summary(likelihoods[row], scale), Summary(impacts[row], scale), matrix)).ToImmutableArray();
        // Rows without a level are not ranked, so nobody is asked whether members rank them alike.
        var ranked = Enumerable.Range(0, risks.Length).Where(row => risks[row].Level is not null).ToList();
        return new RiskStatistics(risks, Figures(likelihoods, ranked), Figures(impacts, ranked));
    }

    // A row for each risk with what each member has said, in their order; each is looked up once.
    private static Score?[][] Answers(ScoreSheet sheet, RiskDimension dimension) =>
        [.. sheet.Risks.Select(risk => sheet.Members.Select(member => sheet[member, risk, dimension]).ToArray())];

    private static ScoreSummary Summary(Score?[] answers, Scale scale) =>
        ScoreSummary.Of([.. answers.OfType<Score>()], answers.Length, scale);

    private static DimensionFigures Figures(Score?[][] answers, List<int> ranked)
    {
        var units = answers.Select(IReadOnlyList<int> (row) => Values(row.OfType<Score>())).ToList();
        var members = answers.Length == 0 ? 0 : answers[0].Length;
        var raters = Enumerable.Range(0, members)
            .Select(member => ranked.Select(row => answers[row][member]).OfType<Score>())
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
