using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeetingBot.Risks.Mappings;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Criteria;

/// <summary>
/// By what risks are judged: the scales with their anchors and the matrix. An assessment keeps its own copy, so that a
/// set that is changed later changes no result.
/// </summary>
/// <param name="Id">What one types: <c>wlcg</c>.</param>
/// <param name="Name">What the report prints.</param>
/// <param name="ByNeed">Impact is scored for confidentiality, integrity and availability each.</param>
/// <param name="HighFrom">From this level (from 0) a risk counts as high.</param>
public sealed record RiskCriteria(
    string Id, string Name, Scale Likelihood, Scale Impact, RiskMatrix Matrix, int HighFrom, bool ByNeed = false)
{
    private static readonly ImmutableArray<RiskDimension> One = [RiskDimension.Likelihood, RiskDimension.Impact];

    private static readonly ImmutableArray<RiskDimension> Needs =
    [
        RiskDimension.Likelihood, RiskDimension.Confidentiality, RiskDimension.Integrity, RiskDimension.Availability,
    ];

    /// <summary>What its values are on other scales.</summary>
    public ImmutableArray<ScaleMapping> Mappings { get; init; } = [];

    /// <summary>The same, none where nothing was kept of it.</summary>
    [JsonIgnore]
    public ImmutableArray<ScaleMapping> AllMappings => Mappings.IsDefault ? [] : Mappings;

    /// <summary>What of a risk is scored, likelihood first.</summary>
    public ImmutableArray<RiskDimension> Dimensions => ByNeed ? Needs : One;

    public Scale ScaleOf(RiskDimension dimension) => dimension is RiskDimension.Likelihood ? Likelihood : Impact;

    /// <summary>Whether the same is scored by the same words, so that a score of one is one of the other.</summary>
    public bool HasScalesOf(RiskCriteria other) =>
        ByNeed == other.ByNeed && Likelihood.IsSame(other.Likelihood) && Impact.IsSame(other.Impact);

    /// <summary><c>High (4 of 5)</c>: words and a number, for colour alone tells nothing.</summary>
    /// <param name="level">From 0.</param>
    public string SayLevel(int level) =>
        FormattableString.Invariant($"{Matrix.Levels[level]} ({level + 1} of {Matrix.Levels.Length})");

    /// <summary>An impact at which a risk is watched though its level is not high: 4 of 5, 4 of 4, 3 of 3.</summary>
    public int WatchedImpact => Math.Max(Impact.Highest - 1, Math.Min(4, Impact.Highest));
}
