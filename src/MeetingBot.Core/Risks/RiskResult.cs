using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>
/// What the scores of one round came to for one risk: how many gave which value, never who. It is kept with the risk,
/// so that it stays as it is whatever becomes of the members.
/// </summary>
/// <param name="Round">The round it comes from; 0 where it was brought in from elsewhere.</param>
public sealed record RiskResult(int Round, Instant At, ImmutableArray<DimensionResult> Dimensions)
{
    /// <summary>What was agreed on in words, in place of what the rule gives; null where the rule stands.</summary>
    public AgreedValue? Agreed { get; init; }

    /// <summary>Whether the group has settled on it, by the rule or in words.</summary>
    public bool Settled { get; init; }

    public DimensionResult? this[RiskDimension dimension]
    {
        get
        {
            foreach (var result in Dimensions) if (result.Dimension == dimension) return result;
            return null;
        }
    }

    /// <summary>The likelihood: as agreed, else by the rule; null where there is none.</summary>
    public int? Likelihood(RiskCriteria criteria) =>
        AgreedBy(criteria) is { } agreed ? agreed.Likelihood : this[RiskDimension.Likelihood]?.Summary(criteria).Value;

    /// <summary>
    /// The impact: as agreed, else by the rule, of several needs the greatest; null where there is none.
    /// </summary>
    public int? Impact(RiskCriteria criteria) =>
        AgreedBy(criteria) is { } agreed ? agreed.Impact : Impacts.Max(result => result.Summary(criteria).Value);

    /// <summary>The level, from 0; null where likelihood or impact has no value.</summary>
    public int? Level(RiskCriteria criteria) =>
        Likelihood(criteria) is { } likelihood && Impact(criteria) is { } impact
            ? criteria.Matrix[likelihood, impact]
            : null;

    /// <summary>
    /// The level by the lower middle of the scores, which differs where members do; null where there is no level, or a
    /// value was agreed on in words.
    /// </summary>
    public int? LowLevel(RiskCriteria criteria) =>
        Agreed is null && Level(criteria) is not null
        && this[RiskDimension.Likelihood]?.Summary(criteria).Scores.LowMedian is { } likelihood
        && Impacts.Max(result => result.Summary(criteria).Value is null
            ? null
            : result.Summary(criteria).Scores.LowMedian) is { } impact
            ? criteria.Matrix[likelihood, impact]
            : null;

    /// <summary>The level with every score weighed by its member's community; null where nothing is weighed.</summary>
    public int? WeightedLevel(RiskCriteria criteria) =>
        Level(criteria) is not null && Agreed is null && Dimensions.Any(result => result.Weighted is not null)
        && (this[RiskDimension.Likelihood]?.WeightedOr(criteria)) is { } likelihood
        && Impacts.Max(result => result.WeightedOr(criteria)) is { } impact
            ? criteria.Matrix[likelihood, impact]
            : null;

    /// <summary>Whether weighing the communities gives another level: both are shown then.</summary>
    public bool IsWeightSensitive(RiskCriteria criteria) =>
        WeightedLevel(criteria) is { } weighted && weighted != Level(criteria);

    /// <summary>The least agreement of its dimensions: what has to be talked about.</summary>
    public Agreement Agreement(RiskCriteria criteria) =>
        Dimensions.IsEmpty
            ? Statistics.Agreement.Insufficient
            : Dimensions.Max(result => result.Summary(criteria).Agreement);

    private AgreedValue? AgreedBy(RiskCriteria criteria) =>
        Agreed is { } agreed && criteria.Likelihood.Has(agreed.Likelihood) && criteria.Impact.Has(agreed.Impact)
            ? agreed
            : null;

    /// <summary>As it may be handed out (<see cref="DimensionResult.Shown"/>).</summary>
    public RiskResult Shown() => this with { Dimensions = [.. Dimensions.Select(dimension => dimension.Shown())] };

    private IEnumerable<DimensionResult> Impacts =>
        Dimensions.Where(result => result.Dimension is not RiskDimension.Likelihood);
}

/// <summary>How the scores of one dimension fell.</summary>
/// <param name="Counts">How many gave each value of the scale, lowest first.</param>
/// <param name="Eligible">Members who could answer.</param>
/// <param name="Weighted">With every score weighed by its member's community; null where all weigh the same.</param>
/// <param name="Communities">Of each community of three scores or more; of smaller ones nothing is kept.</param>
public sealed record DimensionResult(
    RiskDimension Dimension, ImmutableArray<int> Counts, int Eligible, int DontKnow, int Abstained,
    WeightedValue? Weighted = null, ImmutableArray<CommunityResult> Communities = default)
{
    private (DimensionResult Of, RiskCriteria Criteria, ScoreSummary Summary)? _summary;

    /// <summary>Fewer scores than these would name who gave them.</summary>
    public const int Fewest = 3;

    /// <summary>Scores that are not in <see cref="Counts"/>, for they are too few to be shown.</summary>
    public int Hidden { get; init; }

    /// <summary>The round it is compared with; 0 for none.</summary>
    public int Since { get; init; }

    /// <summary>
    /// The share of votes that moved since then (<see cref="DelphiRounds"/>); null where others scored than then.
    /// </summary>
    public double? Moved { get; init; }

    /// <summary>Whether it has scores, and so few that they would name who gave them.</summary>
    public bool IsFew => Hidden + Counts.Sum() is > 0 and < Fewest;

    /// <summary>As it may be handed out: where few have scored only how many.</summary>
    public DimensionResult Shown() => !IsFew ? this : this with
    {
        Counts = [.. Counts.Select(_ => 0)], Hidden = Hidden + Counts.Sum(), Weighted = null, Moved = null, Since = 0,
    };

    /// <summary>Its figures.</summary>
    public ScoreSummary Summary(RiskCriteria criteria)
    {
        // A changed copy has kept what was known of the one it was copied from.
        if (_summary is { } known && ReferenceEquals(known.Of, this) && ReferenceEquals(known.Criteria, criteria))
            return known.Summary;
        var scale = criteria.ScaleOf(Dimension);
        // Counts of another scale say nothing on this one.
        var scores = Counts.Length == scale.Width + 1 ? Scores(Counts, scale) : new Distribution([]);
        var summary = new ScoreSummary(scores, Eligible, DontKnow, Abstained, scale) { Hidden = Hidden };
        _summary = (this, criteria, summary);
        return summary;
    }

    /// <summary>The weighted value, or where nothing is weighed the group's.</summary>
    internal int? WeightedOr(RiskCriteria criteria) =>
        Summary(criteria).Value is null ? null : Weighted?.HighMedian ?? Summary(criteria).Value;

    /// <summary>The share of votes that moved since an earlier round of the same voters.</summary>
    internal double? MovedFrom(DimensionResult earlier) =>
        DelphiRounds.Change(Scores(earlier.Counts, Scale.Five), Scores(Counts, Scale.Five));

    internal static Distribution Scores(ImmutableArray<int> counts, Scale scale) =>
        new(counts.SelectMany((count, place) => Enumerable.Repeat(scale.Lowest + place, count)));

    public bool Equals(DimensionResult? other) =>
        other is not null && Dimension == other.Dimension && Counts.SequenceEqual(other.Counts)
        && Eligible == other.Eligible && DontKnow == other.DontKnow && Abstained == other.Abstained
        && Weighted == other.Weighted && (Hidden, Since, Moved) == (other.Hidden, other.Since, other.Moved);

    public override int GetHashCode() => HashCode.Combine(Dimension, Eligible, DontKnow, Abstained);
}

/// <summary>What weighed scores come to.</summary>
/// <param name="Mean">Null where it would tell what one or two scored, whose scores alone weigh as they do.</param>
public sealed record WeightedValue(int HighMedian, double? Mean);

/// <summary>How the scores of one community fell; there are at least three.</summary>
public sealed record CommunityResult(string Name, ImmutableArray<int> Counts)
{
    /// <summary>Fewer scores would name who gave them.</summary>
    public const int Fewest = 3;
}

/// <summary>What the group agreed on in words, against the rule.</summary>
/// <param name="Reason">Why, as it stands in the minutes.</param>
/// <param name="Meeting">The meeting whose minutes hold the resolution; null outside one.</param>
public sealed record AgreedValue(int Likelihood, int Impact, string Reason, int? Meeting = null);
