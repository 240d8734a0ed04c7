using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;
using NodaTime;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// What the scores of a round come to: of each risk, and of all together. Pure; it holds no single score.
/// </summary>
/// <param name="Results">By risk, those that the round asked about.</param>
public sealed record RoundOutcome(ImmutableDictionary<string, RiskResult> Results, RoundFigures Figures)
{
    /// <param name="members">Who could score, and whoever did.</param>
    /// <param name="scores">By risk.</param>
    public static RoundOutcome Of(
        Assessment assessment, ScoringRound round, IReadOnlyCollection<PersonKey> members,
        ILookup<string, RiskScore> scores, Instant at)
    {
        var criteria = assessment.Criteria;
        var results = round.Risks.ToImmutableDictionary(risk => risk, risk => new RiskResult(
            round.Number, at,
            [.. criteria.Dimensions.Select(
                dimension => Result(assessment, dimension, members.Count, [.. scores[risk]]))]));
        var ranked = round.Risks.Where(risk => results[risk].Level(criteria) is not null).ToList();
        var scored = scores.SelectMany(group => group).Select(score => score.Member.Key).Distinct().Count();
        return new RoundOutcome(results, new RoundFigures(
            members.Count, scored,
            [.. criteria.Dimensions.Select(dimension => Agreements(dimension, round, members, scores, ranked))]));
    }

    private static DimensionResult Result(
        Assessment assessment, RiskDimension dimension, int members, IReadOnlyList<RiskScore> scores)
    {
        var scale = assessment.Criteria.ScaleOf(dimension);
        var given = scores.Where(score => score.Scores.ContainsKey(dimension))
            .Select(score => (Score: score.Scores[dimension], score.Community)).ToList();
        var values = given.Where(one => one.Score.Kind is ScoreKind.Scored).ToList();
        return new DimensionResult(
            dimension, Counts(values.Select(one => one.Score.Value), scale), members,
            given.Count(one => one.Score.Kind is ScoreKind.DontKnow),
            given.Count(one => one.Score.Kind is ScoreKind.Abstained),
            Weighted(assessment, values), Communities(values, scale));
    }

    private static WeightedValue? Weighted(Assessment assessment, List<(Score Score, string Community)> values)
    {
        if (!assessment.IsWeighted) return null;
        var weights = assessment.Communities.ToDictionary(
            community => community.Name, community => community.Weight, StringComparer.OrdinalIgnoreCase);
        // In an order that is not their members': whose key is another must not change the last bit of a sum.
        var weighed = values.Select(one => (one.Score.Value, Weight: weights.GetValueOrDefault(one.Community, 1)))
            .Order().ToList();
        const int fewest = DimensionResult.Fewest;
        if (WeightedScores.HighMedian(weighed) is not { } median || WeightedDisclosure.ByMedian(weighed, fewest))
            return null;
        return new WeightedValue(
            median, WeightedDisclosure.ByMean(weighed, fewest) ? null : WeightedScores.Mean(weighed)!.Value);
    }

    /// <summary>
    /// Of each community with three scores or more. Where what is left out is one or two scores, they would follow from
    /// the whole: then the smallest that could be shown is left out too.
    /// </summary>
    private static ImmutableArray<CommunityResult> Communities(
        List<(Score Score, string Community)> values, Scale scale)
    {
        var shown = values.GroupBy(one => one.Community)
            .Where(group => group.Key.Length > 0 && group.Count() >= CommunityResult.Fewest)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var hidden = values.Count - shown.Sum(group => group.Count());
        if (hidden is > 0 and < CommunityResult.Fewest && shown.Count > 0) shown.RemoveAt(shown.Count - 1);
        return
        [
            .. shown.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new CommunityResult(
                group.Key, Counts(group.Select(one => one.Score.Value), scale))),
        ];
    }

    private static ImmutableArray<int> Counts(IEnumerable<int> values, Scale scale)
    {
        var counts = new int[scale.Width + 1];
        foreach (var value in values) if (scale.Has(value)) counts[value - scale.Lowest]++;
        return [.. counts];
    }

    private static DimensionAgreement Agreements(
        RiskDimension dimension, ScoringRound round, IReadOnlyCollection<PersonKey> members,
        ILookup<string, RiskScore> scores, List<string> ranked)
    {
        var units = round.Risks.Select(IReadOnlyList<int> (risk) => Values(scores[risk], dimension)).ToList();
        var byMember = ranked.SelectMany(risk => scores[risk].Select(score => (Risk: risk, Score: score)))
            .Where(one => one.Score.Scores.TryGetValue(dimension, out var score) && score.Kind is ScoreKind.Scored)
            .GroupBy(one => one.Score.Member.Key)
            .Where(group => group.Count() == ranked.Count && members.Contains(group.Key));
        var places = ranked.Select((risk, place) => (risk, place)).ToDictionary(pair => pair.risk, pair => pair.place);
        var raters = byMember.Select(IReadOnlyList<int> (group) => [.. group
            .OrderBy(one => places[one.Risk]).Select(one => one.Score.Scores[dimension].Value)]).ToList();
        var concordance = KendallW.Of(raters, ranked.Count);
        var scorers = scores.SelectMany(group => group)
            .Where(score => score.Scores.TryGetValue(dimension, out var given)
            && given.Kind is ScoreKind.Scored).Select(score => score.Member.Key).Distinct().Count();
        // Of two, each would know the other's by it.
        return new DimensionAgreement(
            dimension, scorers < DimensionResult.Fewest ? null : KrippendorffAlpha.Ordinal(units),
            concordance.Raters < DimensionResult.Fewest ? null : concordance.W, concordance.Raters, concordance.Rows);
    }

    private static List<int> Values(IEnumerable<RiskScore> scores, RiskDimension dimension) =>
    [
        .. scores.Where(score => score.Scores.TryGetValue(dimension, out var given) && given.Kind is ScoreKind.Scored)
            .Select(score => score.Scores[dimension].Value),
    ];
}
