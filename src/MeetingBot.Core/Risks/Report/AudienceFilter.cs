using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MeetingBot.Risks.Report;

/// <summary>
/// Takes out of a document what an audience may not see, and everything that tells of it: names, texts, counts.
/// </summary>
internal sealed partial class AudienceFilter
{
    private const string Unnamed = "another risk";

    private readonly HashSet<RiskId> _hidden;
    private readonly AssessmentDocument _now;
    private readonly Tlp _audience;

    private AudienceFilter(AssessmentDocument document, Tlp audience)
    {
        (_now, _audience) = (document, audience);
        // What is hidden now is hidden in the version before, too.
        _hidden = [.. document.Risks.Where(risk => IsHidden(document, risk))
            .Select(risk => RiskId.Read(risk.Id) ?? default)];
        if (document.Previous is not { } before) return;
        _hidden.UnionWith(before.Risks
            .Where(risk => IsHidden(before, risk) && document.Risks.All(one => one.Id != risk.Id))
            .Select(risk => RiskId.Read(risk.Id) ?? default));
    }

    public static AssessmentDocument Of(AssessmentDocument document, Tlp audience)
    {
        var filter = new AudienceFilter(document, audience);
        return filter.Filtered(document) with
        {
            Previous = document.Previous is { } before ? filter.Before(before) : null,
        };
    }

    private bool IsHidden(AssessmentDocument document, RiskScenario risk) => (risk.Tlp ?? document.Tlp) > _audience;

    private bool Hides(string id) => RiskId.Read(id) is { } risk && _hidden.Contains(risk);

    private AssessmentDocument Before(AssessmentDocument before) => Filtered(before with
    {
        // What has been opened up since is shown as it is now, so that no difference tells of what it was.
        Risks =
        [
            .. before.Risks.Where(risk => !Hides(risk.Id)).Select(risk => IsHidden(before, risk)
                ? _now.Risks.First(one => one.Id == risk.Id) with { Tlp = Tlp.Clear }
                : risk),
        ],
    }) with { Previous = null, Rounds = [], Rationales = [] };

    private AssessmentDocument Filtered(AssessmentDocument document)
    {
        ImmutableArray<RiskScenario> risks = [.. document.Risks.Where(risk => !Hides(risk.Id)).Select(Filtered)];
        // Its own texts bear its own label.
        var mayRead = document.Tlp <= _audience;
        var label = risks.Aggregate(mayRead ? document.Tlp : Tlp.Clear, (strictest, risk) =>
            TlpLabels.Strictest(strictest, risk.Tlp ?? document.Tlp));
        return document with
        {
            Tlp = risks.IsEmpty && !mayRead ? _audience : label,
            Risks = risks,
            Title = Say(document.Title),
            ScopeIn = mayRead ? Say(document.ScopeIn) : "",
            ScopeOut = mayRead ? Say(document.ScopeOut) : "",
            Authors = mayRead ? document.Authors : [],
            Workflows = mayRead ? [.. document.Workflows.Select(Say)] : [],
            Communities = mayRead ? document.Communities : [],
            Assets = [.. document.Assets.Where(
                asset => Stays(document, mayRead, risk => risk.Assets.Name(asset.Id, asset.Name)))
                .Select(asset => asset with
                {
                    Name = Say(asset.Name), Description = Say(asset.Description), References = Say(asset.References),
                })],
            Threats = [.. document.Threats.Where(
                threat => Stays(document, mayRead, risk => risk.Threats.Name(threat.Id, threat.Name)))
                .Select(threat => threat with
                {
                    Name = Say(threat.Name), Description = Say(threat.Description), References = Say(threat.References),
                })],
            Rationales = [.. document.Rationales.Where(said => risks.Any(risk => risk.Id == said.Risk))
                .Select(said => said with { Lower = Say(said.Lower), Upper = Say(said.Upper) })],
            Rounds = [.. document.Rounds.Select(round => Filtered(round, document))
                .Where(round => !round.Risks.IsEmpty)],
        };
    }

    // What only hidden risks name would tell of them; what none names is part of the assessment itself.
    private bool Stays(AssessmentDocument document, bool mayRead, Func<RiskScenario, bool> isNamed)
    {
        var naming = document.Risks.Where(isNamed).ToList();
        return naming.Count == 0 ? mayRead : naming.Any(risk => !Hides(risk.Id));
    }

    private RiskScenario Filtered(RiskScenario risk) => _hidden.Count == 0 ? risk : risk with
    {
        Title = Say(risk.Title),
        Description = Say(risk.Description),
        Mitigation = Say(risk.Mitigation),
        Differences = Say(risk.Differences),
        Workflow = Say(risk.Workflow),
        References = Say(risk.References),
        Aliases = [.. risk.Aliases.Where(id => !Hides(id))],
        Successors = [.. risk.Successors.Where(id => !Hides(id))],
        Discussion = Say(risk.Discussion),
        History =
        [
            .. risk.History.Where(happened => Say(happened.What) == happened.What)
                .Select(happened => happened with { By = "" }),
        ],
        Result = Filtered(risk.Result),
        Residual = Filtered(risk.Residual),
        Earlier = [.. risk.Earlier.Select(result => Filtered(result)!)],
        Treatment = risk.Treatment is { } treatment
            ? treatment with
            {
                Recommendation = Say(treatment.Recommendation), Addressee = Say(treatment.Addressee),
                Owner = Say(treatment.Owner),
            }
            : null,
    };

    private RiskResult? Filtered(RiskResult? result) => result?.Agreed is { } agreed
        ? result with { Agreed = agreed with { Reason = Say(agreed.Reason) } }
        : result;

    // Figures over the whole table can't be reckoned without the rows that are taken out; counts can.
    private RoundRecord Filtered(RoundRecord round, AssessmentDocument document)
    {
        var gone = round.Risks.Where(Hides).ToList();
        if (gone.Count == 0) return round;
        var results = gone.Select(id => document.Risks.FirstOrDefault(risk => risk.Id == id)).Select(risk =>
            risk is null ? null : Results(risk, round.OfResidual).FirstOrDefault(one => one.Round == round.Number));
        var known = results.OfType<RiskResult>().ToList();
        return round with
        {
            Risks = [.. round.Risks.Where(id => !Hides(id))],
            Figures = round.Figures with { Dimensions = [] },
            Cast = known.Count == gone.Count ? [.. round.Cast.Select(cast => Without(cast, known))] : [],
        };
    }

    private static IEnumerable<RiskResult> Results(RiskScenario risk, bool residual) =>
        (residual ? [risk.Residual] : risk.Earlier.Append(risk.Result)).OfType<RiskResult>();

    private static ValueCounts Without(ValueCounts cast, List<RiskResult> gone)
    {
        var scored = gone.Select(result => result[cast.Dimension]).OfType<DimensionResult>().ToList();
        return cast with
        {
            Counts = [.. cast.Counts.Select((count, place) =>
                Math.Max(0, count - scored.Sum(one => place < one.Counts.Length ? one.Counts[place] : 0)))],
            DontKnow = Math.Max(0, cast.DontKnow - scored.Sum(one => one.DontKnow)),
            Abstained = Math.Max(0, cast.Abstained - scored.Sum(one => one.Abstained)),
        };
    }

    private ImmutableArray<string> Say(ImmutableArray<string> texts) => [.. texts.Select(Say)];

    private string Say(string text) =>
        _hidden.Count == 0 ? text : Named().Replace(text, found => Hides(found.Value) ? Unnamed : found.Value);

    [GeneratedRegex(@"\bTR\s?-?\s?#?[0-9]{1,6}[a-z]{0,3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
