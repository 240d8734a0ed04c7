using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks.Report;

/// <summary>What the report says of one risk, whatever its form.</summary>
public static class RiskWords
{
    /// <summary>Heads of the figures of a dimension.</summary>
    public static ImmutableArray<string> FigureNames { get; } =
        ["Group", "Class", "n", "Median", "Mean", "sd", "Range", "IQR", "Consensus", "Don't know", "Abstained", "No reply"];

    /// <summary>The level, how it came about, and what has to be known with it.</summary>
    public static string Verdict(RiskEntry entry, RiskCriteria criteria)
    {
        var words = $"Level: {entry.LevelIn(criteria)}; likelihood {LevelWords.Number(entry.Likelihood)}, impact "
            + LevelWords.Number(entry.Impact) + ".";
        if (entry.WeightedLevel is { } weighted)
            words += $" WEIGHT_SENSITIVE: weighed by community it is {criteria.Say(weighted)}.";
        if (entry.ResidualLevel is not null)
            words += $" Residual: {criteria.Say(entry.ResidualLevel)}; likelihood "
                + $"{LevelWords.Number(entry.ResidualLikelihood)}, impact {LevelWords.Number(entry.ResidualImpact)}.";
        if (entry.Risk.Result?.Agreed is { } agreed)
            words += " Resolved in words, against the rule: " + agreed.Reason
                + (agreed.Meeting is { } meeting
                    ? string.Create(CultureInfo.InvariantCulture, $" (minutes of meeting {meeting})")
                    : "");
        return words;
    }

    /// <summary>Everything that was written about it; nothing that was not.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(RiskEntry entry)
    {
        var risk = entry.Risk;
        var treatment = risk.Treatment;
        return new (string, string)[]
        {
            ("Also known as", string.Join(", ", risk.Aliases)),
            ("Assets", string.Join(", ", entry.Assets.Select(asset => Named(asset.Id, asset.Name)))),
            ("Threats", string.Join(", ", entry.Threats.Select(threat => Named(threat.Id, threat.Name)
                + (threat.Stride is { } stride ? $" (STRIDE: {stride.Words()})" : "")))),
            ("Workflow", risk.Workflow),
            ("Communities", string.Join(", ", risk.Communities)),
            ("Description", risk.Description),
            ("What stands against it today", risk.Mitigation),
            ("Differences between communities", risk.Differences),
            ("Treatment", treatment?.Kind.ToString() ?? ""),
            ("Recommendation", treatment?.Recommendation ?? ""),
            ("Addressed to", treatment?.Addressee ?? ""),
            ("Owner", treatment?.Owner ?? ""),
            ("Due", treatment?.DueOn is { } due ? ReportFacts.Date(due) : ""),
            ("Action", treatment?.Action is { } action ? string.Create(CultureInfo.InvariantCulture, $"#{action}") : ""),
            ("Accepted until", treatment?.ReviewOn is { } review ? ReportFacts.Date(review) : ""),
        }.Where(fact => fact.Item2.Length > 0);
    }

    /// <summary>What was said to it, and what became of it; each with at least one point.</summary>
    public static IEnumerable<(string Name, ImmutableArray<string> Points)> Said(RiskEntry entry) =>
        new (string, ImmutableArray<string>)[]
        {
            ("Why lower", entry.Rationales?.Lower ?? []),
            ("Why as high, or higher", entry.Rationales?.Upper ?? []),
            ("Discussion", entry.Risk.Discussion),
            ("References", entry.Risk.References),
            ("History", [.. entry.Risk.History.Select(happened => $"{ReportFacts.Date(happened.At)}: {happened.What}")]),
        }.Where(said => !said.Item2.IsEmpty);

    /// <summary>In the order of <see cref="FigureNames"/>.</summary>
    public static ImmutableArray<string> Figures(DimensionResult result, RiskCriteria criteria)
    {
        var summary = result.Summary(criteria);
        var scores = summary.Scores;
        return
        [
            LevelWords.Number(summary.Value), summary.Agreement.Code(), LevelWords.Number(summary.Scored),
            LevelWords.Figure(scores.Median, "0.#"), LevelWords.Figure(scores.Mean), LevelWords.Figure(scores.Deviation),
            scores.IsEmpty ? "n/a" : FormattableString.Invariant($"{scores.Sorted[0]}–{scores.Sorted[^1]}"),
            LevelWords.Figure(scores.InterquartileRange, "0.##"), LevelWords.Figure(summary.Consensus),
            LevelWords.Number(summary.DontKnow), LevelWords.Number(summary.Abstained),
            LevelWords.Number(summary.NoReply),
        ];
    }

    private static string Named(string id, string name) => id == name ? id : $"{name} ({id})";
}
