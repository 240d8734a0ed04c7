using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Report;

/// <summary>How the assessment was really done, as the report prints it.</summary>
/// <param name="Rounds">Those that were revealed, oldest first.</param>
/// <param name="Ends">How the ends of the scales fared, by dimension.</param>
/// <param name="Rules">A paragraph each.</param>
public sealed record Methodology(
    ImmutableArray<RoundRecord> Rounds, ImmutableArray<ScaleEnds> Ends, ImmutableArray<string> Rules)
{
    /// <summary>The last one of what is today.</summary>
    public RoundRecord? LastRound => Rounds.LastOrDefault(round => !round.OfResidual);

    public static Methodology Of(AssessmentDocument document) => new(
        document.Rounds, ScaleEnds.Of(document), MethodologyWords.Of(document));
}

/// <summary>
/// How often the ends of a scale were given and how often they are the group's value: averages would have lost them.
/// </summary>
/// <param name="Lowest">The scale's lowest value.</param>
/// <param name="LowestSurvived">Risks of which it is the group's value.</param>
/// <param name="Scored">All scores that were given, ends and all.</param>
public sealed record ScaleEnds(
    RiskDimension Dimension, int Lowest, int Highest, int LowestCast, int HighestCast, int LowestSurvived,
    int HighestSurvived, int Scored, int DontKnow, int Abstained)
{
    /// <summary>In one sentence.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture,
        $"{Dimension.Name()}: of {LevelWords.Count(Scored, "score")} {LowestCast} were {Lowest} and {HighestCast} ")
        + string.Create(CultureInfo.InvariantCulture,
            $"were {Highest}; {Lowest} is the group's value of {LevelWords.Count(LowestSurvived, "risk")}, ")
        + string.Create(CultureInfo.InvariantCulture,
            $"{Highest} of {LevelWords.Count(HighestSurvived, "risk")}. Don't know: {DontKnow}; abstained: "
                + $"{Abstained}.");

    /// <summary>Over all rounds of what is today; no dimension in which nothing was counted.</summary>
    public static ImmutableArray<ScaleEnds> Of(AssessmentDocument document)
    {
        var cast = document.Rounds.Where(round => !round.OfResidual).SelectMany(round => round.Cast).ToList();
        return
        [
            .. document.Criteria.Dimensions.Where(dimension => cast.Any(one => one.Dimension == dimension))
                .Select(dimension => Of(document, dimension, [.. cast.Where(one => one.Dimension == dimension)])),
        ];
    }

    private static ScaleEnds Of(AssessmentDocument document, RiskDimension dimension, List<ValueCounts> cast)
    {
        var scale = document.Criteria.ScaleOf(dimension);
        var values = document.Risks.Where(risk => risk.Active)
            .Select(risk => Value(risk.Result, dimension, document.Criteria)).ToList();
        return new ScaleEnds(
            dimension, scale.Lowest, scale.Highest, cast.Sum(one => one.Counts[0]), cast.Sum(one => one.Counts[^1]),
            values.Count(value => value == scale.Lowest), values.Count(value => value == scale.Highest),
            cast.Sum(one => one.Counts.Sum()), cast.Sum(one => one.DontKnow), cast.Sum(one => one.Abstained));
    }

    private static int? Value(RiskResult? result, RiskDimension dimension, RiskCriteria criteria) => dimension switch
    {
        RiskDimension.Likelihood => result?.Likelihood(criteria),
        RiskDimension.Impact => result?.Impact(criteria),
        _ => result?[dimension]?.Summary(criteria).Value,
    };
}
