using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report;

/// <summary>What is other than in the version before.</summary>
/// <param name="From">Its version.</param>
public sealed record VersionChanges(string From, ImmutableArray<RiskChange> Changes)
{
    /// <summary>Null for a first version.</summary>
    public static VersionChanges? Of(AssessmentDocument document) => document.Previous is { } before
        ? new VersionChanges(before.Version, [.. OfAll(before, document), .. document.Risks.SelectMany(risk => Of(
            before.Risks.FirstOrDefault(one => one.Id == risk.Id), risk, before.Criteria, document.Criteria))])
        : null;

    private static IEnumerable<RiskChange> OfAll(AssessmentDocument before, AssessmentDocument now)
    {
        if (before.Title != now.Title) yield return new RiskChange("", $"The title was \"{before.Title}\".");
        if (before.ScopeIn != now.ScopeIn || before.ScopeOut != now.ScopeOut)
            yield return new RiskChange("", "The scope was written anew.");
        if (before.Criteria.Name != now.Criteria.Name || before.Criteria.Matrix.Name != now.Criteria.Matrix.Name)
            yield return new RiskChange(
                "", $"Risks were judged by {before.Criteria.Name} ({before.Criteria.Matrix.Name}).");
        if (before.Tlp != now.Tlp) yield return new RiskChange("", $"It was {before.Tlp.Label()}.");
    }

    private static IEnumerable<RiskChange> Of(
        RiskScenario? before, RiskScenario now, RiskCriteria then, RiskCriteria criteria)
    {
        RiskChange Change(string what) => new(now.Id, what);
        if (before is null)
        {
            yield return Change($"New: {now.Title}");
            if (!now.Active) yield return Change(Became(now));
            yield break;
        }
        if (before.State != now.State) yield return Change(Became(now));
        if (!now.Active) yield break;
        if (before.Title != now.Title) yield return Change($"Its title was \"{before.Title}\".");
        if (before.Description != now.Description) yield return Change("Its description was written anew.");
        if (before.Mitigation != now.Mitigation) yield return Change("What stands against it was written anew.");
        var (was, level) = (then.Say(before.Result?.Level(then)), criteria.Say(now.Result?.Level(criteria)));
        var (scores, scored) = (Values(before.Result, then), Values(now.Result, criteria));
        if (was != level) yield return Change($"Level from {was} to {level}: {scores} became {scored}.");
        else if (scores != scored) yield return Change($"{scores} became {scored}; the level is {level} still.");
        if (before.Treatment?.Kind != now.Treatment?.Kind && now.Treatment is { } treated)
            yield return Change($"Treatment: {treated.Kind}.");
        if (before.Treatment?.Recommendation is { } advice && now.Treatment?.Recommendation != advice)
            yield return Change("The recommendation was written anew.");
        var (left, leaves) = (then.Say(before.Residual?.Level(then)), criteria.Say(now.Residual?.Level(criteria)));
        if (left != leaves) yield return Change($"Residual level from {left} to {leaves}.");
    }

    private static string Became(RiskScenario risk) => risk.State switch
    {
        RiskState.Split => $"Split into {Named(risk)}.",
        RiskState.Merged => $"Merged into {Named(risk)}.",
        RiskState.Dropped => "Dropped.",
        _ => "Taken up again.",
    };

    /// <summary>What took its place, in words.</summary>
    internal static string Named(RiskScenario risk) =>
        risk.Successors.IsEmpty ? "others" : string.Join(", ", risk.Successors);

    private static string Values(RiskResult? result, RiskCriteria criteria) => result is null
        ? "no scores"
        : $"likelihood {LevelWords.Number(result.Likelihood(criteria))} and impact "
            + LevelWords.Number(result.Impact(criteria));
}

/// <summary>One thing that is other than before.</summary>
/// <param name="Risk">Its id; empty for what concerns all.</param>
public sealed record RiskChange(string Risk, string What);
