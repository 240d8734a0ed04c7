using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks.Report;

/// <summary>A risk as the report shows it: with what its scores came to.</summary>
/// <param name="Level">From 0; null where it is not ranked.</param>
/// <param name="LowLevel">Where the scores are split, the level of their lower middles; else null.</param>
/// <param name="WeightedLevel">Where weighing the communities gives another level, that one; else null.</param>
/// <param name="Watch">Why it is on the watch list; empty for not at all.</param>
/// <param name="Tlp">To whom it may be passed on.</param>
public sealed record RiskEntry(
    RiskScenario Risk, int? Likelihood, int? Impact, int? Level, int? LowLevel, int? WeightedLevel,
    ImmutableArray<string> Watch, Tlp Tlp)
{
    /// <summary>Of the catalogue, in the order in which the risk names them; unknown ones by their id.</summary>
    public ImmutableArray<Asset> Assets { get; init; } = [];

    public ImmutableArray<Threat> Threats { get; init; } = [];

    public RiskRationales? Rationales { get; init; }

    public int? ResidualLikelihood { get; init; }

    public int? ResidualImpact { get; init; }

    public int? ResidualLevel { get; init; }

    public string Id => Risk.Id;

    /// <summary>Where it is on the page.</summary>
    public string Anchor => "risk-" + Risk.Id;

    /// <summary>The first sentence of its description, else its title.</summary>
    public string Sentence => Sentences.First(Risk.Description) is { Length: > 0 } first ? first : Risk.Title;

    /// <summary>What is to be done first, in one line.</summary>
    public string Advice => Risk.Treatment switch
    {
        null => "No treatment yet.",
        { Recommendation.Length: > 0 } treatment => Sentences.First(treatment.Recommendation),
        { Kind: TreatmentKind.Accept } => "Accepted.",
        { Kind: var kind } => kind + ".",
    };

    /// <summary>Whether the scores are, so that the level is a range.</summary>
    public bool IsSplit => LowLevel is not null;

    /// <summary>The level in words, of split scores a range: <c>Moderate to High (3 to 4 of 5)</c>.</summary>
    public string Range(RiskCriteria criteria) => LowLevel is { } low && low != Level
        ? FormattableString.Invariant(
            $"{criteria.Matrix.Levels[low]} to {criteria.Matrix.Levels[Level!.Value]} ({low + 1} to {Level + 1} of ")
            + FormattableString.Invariant($"{criteria.Matrix.Levels.Length})")
        : criteria.Say(Level);

    /// <summary>The same in one line: <c>Moderate to High (3 to 4 of 5), SPLIT</c>.</summary>
    public string LevelIn(RiskCriteria criteria) => Range(criteria) + (IsSplit ? ", SPLIT" : "");

    /// <summary>Of a risk of the document.</summary>
    public static RiskEntry Of(RiskScenario risk, AssessmentDocument document)
    {
        var criteria = document.Criteria;
        var result = risk.Result;
        var level = result?.Level(criteria);
        var split = result is { Agreed: null } && level is not null && Has(result, criteria, Agreement.Split);
        return new RiskEntry(
            risk, result?.Likelihood(criteria), result?.Impact(criteria), level,
            split ? result!.LowLevel(criteria) : null,
            result?.IsWeightSensitive(criteria) is true ? result.WeightedLevel(criteria) : null,
            Watched(result, level, criteria), risk.Tlp ?? document.Tlp)
        {
            Assets = [.. risk.Assets.Select(id => document.Assets.FirstOrDefault(asset => asset.Id == id)
                ?? new Asset(id, id))],
            Threats = [.. risk.Threats.Select(id => document.Threats.FirstOrDefault(threat => threat.Id == id)
                ?? new Threat(id, id))],
            Rationales = document.Rationales.FirstOrDefault(said => said.Risk == risk.Id),
            ResidualLikelihood = risk.Residual?.Likelihood(criteria),
            ResidualImpact = risk.Residual?.Impact(criteria),
            ResidualLevel = risk.Residual?.Level(criteria),
        };
    }

    private static ImmutableArray<string> Watched(RiskResult? result, int? level, RiskCriteria criteria)
    {
        if (result is null) return [];
        var reasons = ImmutableArray.CreateBuilder<string>();
        if (level < criteria.HighFrom && result.Impact(criteria) >= criteria.WatchedImpact)
            reasons.Add(FormattableString.Invariant(
                $"Impact {result.Impact(criteria)} though its level is {criteria.Matrix.Levels[level.Value]}."));
        if (result.Agreed is not null) return reasons.DrainToImmutable();
        if (Has(result, criteria, Agreement.Split))
            reasons.Add($"SPLIT: members do not agree on its {Of(result, criteria, Agreement.Split)}.");
        if (Has(result, criteria, Agreement.KnowledgeGap))
            reasons.Add("KNOWLEDGE_GAP: a third or more of the members do not know its "
                + Of(result, criteria, Agreement.KnowledgeGap) + ".");
        return reasons.DrainToImmutable();
    }

    private static bool Has(RiskResult result, RiskCriteria criteria, Agreement agreement) =>
        result.Dimensions.Any(one => one.Summary(criteria).Agreement == agreement);

    private static string Of(RiskResult result, RiskCriteria criteria, Agreement agreement) => string.Join(
        " and ", result.Dimensions.Where(one => one.Summary(criteria).Agreement == agreement)
            .Select(one => one.Dimension.Name().ToLowerInvariant()));
}
