using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report;

/// <summary>The rules of an assessment in words, those that were used and no others.</summary>
internal static class MethodologyWords
{
    public static ImmutableArray<string> Of(AssessmentDocument document)
    {
        var criteria = document.Criteria;
        var rules = ImmutableArray.CreateBuilder<string>();
        rules.Add(document.Rounds.IsEmpty
            ? "No round of scoring was revealed in this version."
            : "Members scored each risk individually and blind: nobody saw a score, nor an average of them, before the "
                + "round was revealed, and then all at once. Single scores are in no report.");
        rules.Add("The group's value is the high median: all scores are put in order and the one in the middle counts; "
            + "where their number is even it is the upper of the two in the middle. Split votes are aimed high. Values "
            + "are whole numbers as the votes are; mean and standard deviation (sample, n - 1) are shown for "
            + "comparison and decide nothing.");
        if (criteria.ByNeed)
            rules.Add("Impact was scored for confidentiality, integrity and availability each; the greatest of the "
                + "three is the risk's.");
        rules.Add($"The level is looked up in the matrix {criteria.Matrix.Name}; likelihood and impact are not "
            + $"multiplied, for they are ranks and no amounts. From {criteria.Say(criteria.HighFrom)} on a risk counts "
            + "as high. " + Checked(criteria.Matrix));
        rules.AddRange(criteria.AllMappings.Select(mapping =>
            $"What a risk is on {mapping.Name} is mapped by table, not by arithmetic: each value has the one that "
                + "people agreed on, as printed below, and no value lies between. "
                + (mapping.Matrix is { } other
                    ? $"Its level there is looked up in the matrix {other.Name}."
                    : "A level there is not known.")));
        rules.Add("A value is drawn from at least three scores, by at least half of the members who could have scored, "
            + "with fewer than a third of them not knowing. Don't know is never turned into a number; who abstained "
            + "leaves the count.");
        rules.Add("Scores are AGREED where they are at most one apart or their consensus (Tastle and Wierman) is 0.80 "
            + "or more, DISCUSS from 0.60, SPLIT below. Of a split risk the levels of the lower and of the upper "
            + "middle are both printed.");
        rules.Add("Quartiles are interpolated linearly at position (n - 1)p, as Excel's QUARTILE.INC does; other "
            + "conventions give other figures.");
        rules.Add("Risks stand in order of level, then impact, then likelihood, then id. On the watch list is what has "
            + $"an impact of {criteria.WatchedImpact} or more and is not high, and what is SPLIT or a KNOWLEDGE_GAP.");
        rules.Add(Weights(document));
        var resolved = document.Risks.Where(risk => risk is { Active: true, Result.Agreed: not null })
            .Select(risk => risk.Id).ToList();
        if (resolved.Count > 0)
            rules.Add($"Of {string.Join(", ", resolved)} the value was resolved in words in place of what the "
                + "rule gives; the reason stands with each.");
        if (document.Rounds.Any(round => round.Figures.Dimensions.IsEmpty))
            rules.Add("Where alpha and W are not given, part of what was scored is not in this report.");
        return rules.DrainToImmutable();
    }

    private static string Checked(RiskMatrix matrix) => (matrix.IsMonotone, matrix.IsGradual) switch
    {
        (true, true) => "The matrix never falls as likelihood or impact grows, and no low cell touches a high one.",
        (true, false) => "The matrix never falls as likelihood or impact grows; some low cells touch high ones.",
        _ => "The matrix falls somewhere as likelihood or impact grows: read its levels with care.",
    };

    private static string Weights(AssessmentDocument document)
    {
        var weighed = document.Communities.Where(community => Math.Abs(community.Weight - 1) > 1e-9)
            .Select(community =>
                string.Create(CultureInfo.InvariantCulture, $"{community.Name} {community.Weight:0.###}"))
            .ToList();
        return weighed.Count == 0
            ? "Every member's score counts the same."
            : $"Every score counts the same in the level that is printed. Weighed by community "
                + $"({string.Join(", ", weighed)}; others 1) it is reckoned again, and where that gives another level "
                + "both are shown: WEIGHT_SENSITIVE.";
    }
}
