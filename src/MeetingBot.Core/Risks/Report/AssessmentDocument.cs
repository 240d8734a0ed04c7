using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using NodaTime;

namespace MeetingBot.Risks.Report;

/// <summary>
/// One version of an assessment as it is handed out: what its report is made of, and its export as JSON. It holds no
/// single score, and of people only who wrote it and who acts.
/// </summary>
/// <param name="Schema">Version of this form, now <see cref="CurrentSchema"/>.</param>
/// <param name="Version">As <c>1.0</c>.</param>
/// <param name="At">When it was frozen, or as it was read then.</param>
/// <param name="Frozen">Whether it changes no more.</param>
/// <param name="Authors">Names on the front page.</param>
/// <param name="Risks">In order of their ids, those too that were split, merged or dropped.</param>
/// <param name="Rounds">The rounds that were revealed, oldest first.</param>
public sealed record AssessmentDocument(
    int Schema,
    string Title,
    string Version,
    Instant At,
    bool Frozen,
    RiskCriteria Criteria,
    ImmutableArray<string> Authors,
    ImmutableArray<RiskScenario> Risks,
    ImmutableArray<RoundRecord> Rounds)
{
    public const int CurrentSchema = 1;

    /// <summary>What the group calls itself; empty for no name.</summary>
    public string Group { get; init; } = "";

    public string ScopeIn { get; init; } = "";

    public string ScopeOut { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Tlp Tlp { get; init; } = Tlp.Amber;

    public ImmutableArray<string> Workflows { get; init; } = [];

    public ImmutableArray<WeighedCommunity> Communities { get; init; } = [];

    /// <summary>Those of the catalogue that its risks name, or all.</summary>
    public ImmutableArray<Asset> Assets { get; init; } = [];

    public ImmutableArray<Threat> Threats { get; init; } = [];

    /// <summary>What was said to the scores of each risk's last round, by risk.</summary>
    public ImmutableArray<RiskRationales> Rationales { get; init; } = [];

    /// <summary>The version before, for what has changed; null for none.</summary>
    public AssessmentDocument? Previous { get; init; }

    /// <summary>
    /// What an audience may see of it: without the risks whose label is stricter, and without everything that names
    /// them or tells how they were scored. Its label is the strictest of what remains.
    /// </summary>
    public AssessmentDocument For(Tlp audience) => AudienceFilter.Of(this, audience);
}

/// <summary>A community with what its scores weigh.</summary>
public sealed record WeighedCommunity(string Name, double Weight);

/// <summary>A round that was revealed.</summary>
/// <param name="Cast">How often each value of the scale was given, over all its risks, by dimension.</param>
public sealed record RoundRecord(
    int Number, Instant OpenedAt, Instant RevealedAt, bool OfResidual, ImmutableArray<string> Risks,
    RoundFigures Figures, ImmutableArray<ValueCounts> Cast);

/// <summary>How often each value was given, lowest first, with what was no value.</summary>
public sealed record ValueCounts(RiskDimension Dimension, ImmutableArray<int> Counts, int DontKnow, int Abstained);

/// <summary>
/// Why members scored as they did, without who: below the group's level, and at it or above. In order of the text,
/// which tells nothing of when or by whom it was written.
/// </summary>
public sealed record RiskRationales(string Risk, ImmutableArray<string> Lower, ImmutableArray<string> Upper);
