using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Scoring;

/// <summary>
/// How a score is written in the fields of a card: <c>4</c>, <c>?</c> for don't know, <c>-</c> for abstain.
/// </summary>
internal static class ScoreFields
{
    public const string DontKnow = "?";
    public const string Abstain = "-";
    public const string Confidence = "confidence";

    /// <summary>How sure they are was left open: the one that a card has chosen by itself.</summary>
    public const string NotSaid = "none";
    public const string Rationale = "rationale";

    public static string Name(RiskDimension dimension) => dimension.ToString().ToLowerInvariant();

    public static string Write(Score score) => score.Kind switch
    {
        ScoreKind.DontKnow => DontKnow,
        ScoreKind.Abstained => Abstain,
        _ => score.Value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>In words: <c>4, several times a year</c>.</summary>
    public static string Say(Score score, Scale scale) => score.Kind switch
    {
        ScoreKind.DontKnow => "don't know",
        ScoreKind.Abstained => "abstain",
        _ => scale.Say(score.Value),
    };

    /// <summary>The scores of the fields, in place of those of before; null where one is none on its scale.</summary>
    public static ImmutableSortedDictionary<RiskDimension, Score>? Read(
        ImmutableDictionary<string, string> fields, RiskCriteria criteria, RiskScore? before)
    {
        var scores = before?.Scores ?? ImmutableSortedDictionary<RiskDimension, Score>.Empty;
        foreach (var dimension in criteria.Dimensions)
        {
            if (!fields.TryGetValue(Name(dimension), out var text) || text.Trim() is not { Length: > 0 } typed)
                continue;
            if (Read(typed, criteria.ScaleOf(dimension)) is not { } score) return null;
            scores = scores.SetItem(dimension, score);
        }
        return scores;
    }

    private static Score? Read(string typed, Scale scale) => typed switch
    {
        DontKnow => Score.DontKnow,
        Abstain => Score.Abstained,
        _ => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && scale.Has(value)
            ? Score.Of(value)
            : null,
    };
}
