using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Mappings;

namespace MeetingBot.Risks.Report;

/// <summary>Makes a document that was read whole, and says what in it can't be.</summary>
internal static class AssessmentCheck
{
    public const int MostRisks = 1_000;
    private const int MostList = 2_000;
    private const int MostText = 8_000;
    private const int MostLevels = 10;
    private const int MostScores = 10_000;
    private const int MostRounds = 200;
    private const int MostCast = 100_000;

    /// <summary>With an empty text or list where there is none; without what was before the version before.</summary>
    public static AssessmentDocument Whole(AssessmentDocument document) => document with
    {
        Authors = List(document.Authors),
        Risks = [.. List(document.Risks).Select(Whole)],
        Rounds = [.. List(document.Rounds).Select(Whole)],
        Group = document.Group ?? "",
        ScopeIn = document.ScopeIn ?? "",
        ScopeOut = document.ScopeOut ?? "",
        Workflows = List(document.Workflows),
        Communities = List(document.Communities),
        Assets = [.. List(document.Assets).Select(asset => asset with { References = List(asset.References) })],
        Threats = [.. List(document.Threats).Select(threat => threat with { References = List(threat.References) })],
        Rationales = [.. List(document.Rationales).Select(said => said with
        {
            Lower = List(said.Lower), Upper = List(said.Upper),
        })],
        Criteria = document.Criteria with
        {
            Likelihood = Whole(document.Criteria.Likelihood), Impact = Whole(document.Criteria.Impact),
            Mappings = [.. List(document.Criteria.Mappings).Select(Whole)],
        },
        Previous = document.Previous is { } before ? Whole(before with { Previous = null }) : null,
    };

    /// <summary>What is wrong in words; null for nothing.</summary>
    public static string? Problem(AssessmentDocument document) =>
        OfTexts(document) ?? OfCriteria(document.Criteria) ?? OfRisks(document) ?? OfRounds(document)
        ?? (document.Previous is { } before ? Problem(before) : null);

    private static Scale Whole(Scale scale) => scale with { Anchors = List(scale.Anchors) };

    private static ScaleMapping Whole(ScaleMapping mapping) => mapping with
    {
        Likelihood = List(mapping.Likelihood), Impact = List(mapping.Impact),
        LikelihoodAnchors = List(mapping.LikelihoodAnchors), ImpactAnchors = List(mapping.ImpactAnchors),
    };

    private static RoundRecord Whole(RoundRecord round) => round with
    {
        Risks = List(round.Risks), Cast = List(round.Cast),
        Figures = round.Figures with { Dimensions = List(round.Figures.Dimensions) },
    };

    private static RiskScenario Whole(RiskScenario risk) => risk with
    {
        Description = risk.Description ?? "",
        Mitigation = risk.Mitigation ?? "",
        Workflow = risk.Workflow ?? "",
        Differences = risk.Differences ?? "",
        Assets = List(risk.Assets),
        Threats = List(risk.Threats),
        References = List(risk.References),
        Communities = List(risk.Communities),
        Aliases = List(risk.Aliases),
        Successors = List(risk.Successors),
        Discussion = List(risk.Discussion),
        History = [.. List(risk.History).Select(happened => happened with { By = happened.By ?? "" })],
        Result = Whole(risk.Result),
        Residual = Whole(risk.Residual),
        Earlier = [.. List(risk.Earlier).Select(result => Whole(result)!)],
    };

    private static RiskResult? Whole(RiskResult? result) => result is null ? null : result with
    {
        Dimensions = [.. List(result.Dimensions).Select(one => one with { Communities = Shown(one.Communities) })],
    };

    // Those of a community with fewer would name who gave them.
    private static ImmutableArray<CommunityResult> Shown(ImmutableArray<CommunityResult> communities) =>
        [.. List(communities).Where(one =>
            one.Counts.IsDefault || one.Counts.Sum(count => (long)count) >= CommunityResult.Fewest)];

    private static ImmutableArray<T> List<T>(ImmutableArray<T> list)
    {
        if (list.IsDefault) return [];
        if (list.Any(one => one is null)) throw new FormatException("A list holds nothing where something should be.");
        return list.Length <= MostList ? list : throw new FormatException("A list is too long.");
    }

    private static string? OfTexts(AssessmentDocument document)
    {
        var texts = document.Risks.SelectMany(Texts)
            .Concat([document.Title, document.Version, document.Group, document.ScopeIn, document.ScopeOut])
            .Concat(document.Authors).Concat(document.Workflows).Concat(document.Communities.Select(one => one.Name))
            .Concat(document.Assets.SelectMany(asset =>
                asset.References.Concat([asset.Id, asset.Name, asset.Description, asset.Owner])))
            .Concat(document.Threats.SelectMany(threat =>
                threat.References.Concat([threat.Id, threat.Name, threat.Description])))
            .Concat(document.Rationales.SelectMany(said => said.Lower.Concat(said.Upper)));
        if (texts.Any(text => text is null || text.Length > MostText))
            return $"A text is over {MostText} characters.";
        return document.Communities.Any(one => !double.IsFinite(one.Weight) || one.Weight < 0)
            ? "The weight of a community is no weight."
            : null;
    }

    private static IEnumerable<string> Texts(RiskScenario risk) =>
        risk.References.Concat(risk.Discussion).Concat(risk.Assets).Concat(risk.Threats).Concat(risk.Aliases)
            .Concat(risk.Successors).Concat(risk.Communities)
            .Concat(risk.History.SelectMany(happened => new[] { happened.What, happened.By }))
            .Concat([risk.Id, risk.Title, risk.Description, risk.Mitigation, risk.Workflow, risk.Differences])
            .Concat(risk.Treatment is { } treatment
                ? [treatment.Recommendation, treatment.Addressee, treatment.Owner]
                : []);

    private static string? OfCriteria(RiskCriteria criteria)
    {
        bool IsScale(Scale scale) => scale is { Lowest: 1, Highest: >= 2 and <= Scale.MostLevels }
            && scale.Anchors.Length <= scale.Highest && scale.Anchors.All(anchor => anchor.Length <= MostText);

        var matrix = criteria.Matrix;
        return !IsScale(criteria.Likelihood) || !IsScale(criteria.Impact)
                ? "A scale goes from 1 to 2 at least and 10 at most."
            : matrix.Levels.Length > MostLevels || matrix.Levels.Any(level => level is null || level.Length > MostText)
                || !matrix.Fits(criteria.Likelihood, criteria.Impact)
                ? $"The matrix {Sentences.Cut(matrix.Name, 60)} does not fit the scales."
            : criteria.HighFrom < 0 || criteria.HighFrom >= matrix.Levels.Length
                ? "The level from which a risk counts as high is none of the matrix."
            : criteria.AllMappings.Length > ScaleMapping.Most
                || criteria.AllMappings.Any(mapping => !Fits(mapping, criteria))
                ? "A mapping onto other scales does not fit."
            : null;

        static bool Fits(ScaleMapping mapping, RiskCriteria criteria) =>
            mapping.Name is { Length: > 0 and <= ScaleMapping.MostName }
            && mapping.LikelihoodAnchors.Concat(mapping.ImpactAnchors).All(anchor => anchor.Length <= MostText)
            && mapping.LikelihoodAnchors.Length <= MostLevels && mapping.ImpactAnchors.Length <= MostLevels
            && mapping.Problem(criteria.Likelihood, criteria.Impact) is null;
    }

    private static string? OfRisks(AssessmentDocument document)
    {
        if (document.Risks.Length > MostRisks) return $"There are over {MostRisks} risks.";
        var seen = new HashSet<RiskId>();
        foreach (var risk in document.Risks)
        {
            if (RiskId.Read(risk.Id) is not { } id || id.ToString() != risk.Id)
                return $"'{Sentences.Cut(risk.Id, 40)}' is no id of a risk; for example TR-3 or TR-3a.";
            if (!seen.Add(id)) return $"{risk.Id} is there twice.";
            var results = risk.Earlier.Append(risk.Result).Append(risk.Residual).OfType<RiskResult>();
            if (results.Any(result => !Fits(result, document.Criteria)))
                return $"The scores of {risk.Id} do not fit the scales.";
        }
        return null;
    }

    private static bool Fits(RiskResult result, RiskCriteria criteria) =>
        result.Dimensions.All(one => Fits(one, criteria))
        && result.Dimensions.Select(one => one.Dimension).Distinct().Count() == result.Dimensions.Length
        && (result.Agreed is not { } agreed
            || (criteria.Likelihood.Has(agreed.Likelihood) && criteria.Impact.Has(agreed.Impact)
                && agreed.Reason.Length <= MostText));

    private static bool Fits(DimensionResult result, RiskCriteria criteria)
    {
        var scale = criteria.ScaleOf(result.Dimension);
        var answers = result.Counts.IsDefault
            ? -1
            : result.Counts.Sum(count => (long)count) + result.DontKnow + result.Abstained;
        return criteria.Dimensions.Contains(result.Dimension) && IsCount(result.Counts, scale)
            && result.DontKnow >= 0 && result.Abstained >= 0 && answers <= result.Eligible
            && result.Eligible <= MostScores
            && (result.Weighted is not { } weighted || scale.Has(weighted.HighMedian))
            && result.Communities.All(one => one.Name.Length <= MostText && IsCount(one.Counts, scale));
    }

    private static bool IsCount(ImmutableArray<int> counts, Scale scale) =>
        !counts.IsDefault && counts.Length == scale.Width + 1 && counts.All(count => count is >= 0 and <= MostScores)
        && counts.Sum(count => (long)count) <= MostScores;

    private static string? OfRounds(AssessmentDocument document) =>
        document.Rounds.Length > MostRounds ? $"There are over {MostRounds} rounds."
        : document.Rounds.Any(round => !round.Cast.All(cast => IsCast(cast, document.Criteria))
            || round.Cast.Select(cast => cast.Dimension).Distinct().Count() != round.Cast.Length)
            ? "The counts of a round do not fit the scales."
            : null;

    private static bool IsCast(ValueCounts cast, RiskCriteria criteria) =>
        criteria.Dimensions.Contains(cast.Dimension) && !cast.Counts.IsDefault
        && cast.Counts.Length == criteria.ScaleOf(cast.Dimension).Width + 1
        && cast.Counts.Append(cast.DontKnow).Append(cast.Abstained).All(count => count is >= 0 and <= MostCast);
}
