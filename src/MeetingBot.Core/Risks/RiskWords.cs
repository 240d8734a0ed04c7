using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks;

/// <summary>Levels, values and treatments in words.</summary>
internal static class RiskWords
{
    /// <summary>The level of a result, with what is doubtful of it.</summary>
    public static string Level(RiskResult result, RiskCriteria criteria)
    {
        var level = result.Level(criteria);
        var words = level is { } found ? criteria.SayLevel(found) : "no level";
        if (result.LowLevel(criteria) is { } low && low != level)
            words += $", from {criteria.Matrix.Levels[low]} to {criteria.Matrix.Levels[level!.Value]}";
        if (result.IsWeightSensitive(criteria))
            words += $", WEIGHT_SENSITIVE: {criteria.Matrix.Levels[result.WeightedLevel(criteria)!.Value]} when "
                + "weighed";
        return result.Agreed is null ? words : words + ", agreed on in words";
    }

    /// <summary><c>likelihood 4 SPLIT, impact 4 AGREED</c>.</summary>
    public static string Values(RiskResult result, RiskCriteria criteria) => result.Agreed is { } agreed
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"likelihood {agreed.Likelihood}, impact {agreed.Impact}, because {agreed.Reason}")
        : string.Join(", ", result.Dimensions.Select(dimension => Value(dimension, criteria)));

    /// <summary>One dimension: its value where it has one, and how far members agree.</summary>
    public static string Value(DimensionResult result, RiskCriteria criteria)
    {
        var summary = result.Summary(criteria);
        var value = summary.Value?.ToString(CultureInfo.InvariantCulture) ?? "–";
        return $"{ScoreFields.Name(result.Dimension)} {value} {summary.Agreement.Code()}";
    }

    /// <summary>The figures of one dimension in a line.</summary>
    public static string Figures(DimensionResult result, RiskCriteria criteria)
    {
        var summary = result.Summary(criteria);
        var scores = summary.Scores;
        var tail = (summary.DontKnow > 0 ? $", {summary.DontKnow} don't know" : "")
            + (summary.Abstained > 0 ? $", {summary.Abstained} abstained" : "")
            + (summary.NoReply > 0 ? $", {summary.NoReply} no reply" : "");
        if (result.IsFew)
            return $"{summary.Agreement.Code()}: n {summary.Scored}, too few to show how they fell without naming who "
                + $"scored{tail}";
        if (scores.IsEmpty) return $"{summary.Agreement.Code()}: no score{tail}";
        var weighted = result.Weighted is { } weighed
            ? string.Create(CultureInfo.InvariantCulture, $", weighted {weighed.HighMedian}")
                + (weighed.Mean is { } mean
                    ? string.Create(CultureInfo.InvariantCulture, $" (mean {mean:0.0000})")
                    : "")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Agreement.Code()}: n {summary.Scored}, median {scores.Median:0.##}, high median "
                + $"{scores.HighMedian}")
            + weighted
            + string.Create(
                CultureInfo.InvariantCulture,
                $", mean {scores.Mean:0.0000}, sd {Or(scores.Deviation)}, range {scores.Range}, IQR ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{scores.InterquartileRange:0.####}, consensus {summary.Consensus:0.0000}")
            + tail;
    }

    /// <summary>What is done about it, in a line.</summary>
    public static string Treatment(Treatment treatment) =>
        treatment.Kind.ToString() + (treatment.Recommendation.Length > 0 ? ": " + treatment.Recommendation : "")
        + (treatment.Addressee.Length > 0 ? $" (by {treatment.Addressee})" : "")
        + (treatment.Owner.Length > 0 ? $", {treatment.Owner}" : "")
        + (treatment.DueOn is { } due ? $", due {due.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}" : "")
        + (treatment.ReviewOn is { } review
            ? $", looked at again on {review.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}"
            : "")
        + (treatment.Action is { } action ? string.Create(CultureInfo.InvariantCulture, $", action {action}") : "");

    /// <summary>
    /// Those that have a level, the highest first, then by impact, likelihood and id: the same order wherever they are
    /// shown; then those without, by id.
    /// </summary>
    public static ImmutableArray<RiskScenario> Ranked(IEnumerable<RiskScenario> risks, RiskCriteria criteria) =>
    [
        .. risks.OrderByDescending(risk => risk.Result?.Level(criteria) ?? -1)
            .ThenByDescending(risk => risk.Result?.Level(criteria) is null ? 0 : risk.Result.Impact(criteria))
            .ThenByDescending(risk => risk.Result?.Level(criteria) is null ? 0 : risk.Result.Likelihood(criteria))
            .ThenBy(risk => RiskId.Read(risk.Id)),
    ];

    private static string Or(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "n/a";
}
