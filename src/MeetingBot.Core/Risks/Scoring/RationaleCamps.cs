using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Scoring;

/// <summary>
/// Why members scored as they did, without who: those whose level lies below the group's, and the others. In order of
/// the text, which tells nothing of when or by whom it was written.
/// </summary>
/// <param name="Parted">Whether there are sides: of few scores all reasons stand together, for a side would be a
/// score.</param>
internal sealed record RationaleCamps(ImmutableArray<string> Lower, ImmutableArray<string> Upper, bool Parted = true)
{
    /// <param name="scores">Everybody's of the risk, once they are revealed; empty before.</param>
    public static RationaleCamps Of(IReadOnlyList<RiskScore> scores, RiskResult result, RiskCriteria criteria)
    {
        if (result.Dimensions.Any(dimension => dimension.IsFew)
            || result.Dimensions.All(dimension => dimension.Counts.Sum() == 0))
            return new RationaleCamps([], Sorted(scores.Where(score => score.Rationale.Length > 0)), Parted: false);
        var written = scores.Where(score => score.Rationale.Length > 0)
            .ToLookup(score => IsBelow(score, result, criteria));
        return new RationaleCamps(Sorted(written[true]), Sorted(written[false]));
    }

    private static bool IsBelow(RiskScore score, RiskResult result, RiskCriteria criteria)
    {
        var likelihood = Value(score, RiskDimension.Likelihood);
        var impact = criteria.Dimensions.Where(dimension => dimension is not RiskDimension.Likelihood)
            .Max(dimension => Value(score, dimension));
        if (result.Level(criteria) is { } level && likelihood is { } one && impact is { } other)
        {
            var theirs = criteria.Matrix[one, other];
            return theirs < level
                || (theirs == level && (one, other) is var own
                    && own.one + own.other < result.Likelihood(criteria) + result.Impact(criteria));
        }
        return likelihood < result[RiskDimension.Likelihood]?.Summary(criteria).Scores.HighMedian;
    }

    private static int? Value(RiskScore score, RiskDimension dimension) =>
        score.Scores.TryGetValue(dimension, out var given) && given.Kind is ScoreKind.Scored ? given.Value : null;

    private static ImmutableArray<string> Sorted(IEnumerable<RiskScore> scores) =>
        [.. scores.Select(score => score.Rationale).Order(StringComparer.Ordinal)];
}
