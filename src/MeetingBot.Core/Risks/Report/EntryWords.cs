using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks.Report;

/// <summary>What the report says of one risk, whatever its form.</summary>
public static class EntryWords
{
    /// <summary>Heads of the figures of a dimension.</summary>
    public static ImmutableArray<string> FigureNames { get; } =
    [
        "Group", "Class", "n", "Median", "Mean", "sd", "Range", "IQR", "Consensus", "Don't know", "Abstained",
        "No reply",
    ];

    /// <summary>The level, how it came about, and what has to be known with it.</summary>
    public static string Verdict(RiskEntry entry, RiskCriteria criteria)
    {
        var words = $"Level: {entry.LevelIn(criteria)}; likelihood {LevelWords.Number(entry.Likelihood)}, impact "
            + LevelWords.Number(entry.Impact) + ".";
        if (entry.WeightedLevel is { } weighted)
            words += $" WEIGHT_SENSITIVE: weighed by community it is {criteria.Say(weighted)}.";
        if (entry.Risk.Result?.Agreed is { } agreed)
            words += " Resolved in words, against the rule: " + agreed.Reason
                + (agreed.Meeting is { } meeting
                    ? string.Create(CultureInfo.InvariantCulture, $" (minutes of meeting {meeting})")
                    : "");
        foreach (var (name, value) in OnOtherScales(entry, criteria)) words += $" {name}: {value}.";
        return words;
    }

    /// <summary>
    /// Its values on other scales, today and once it is treated; looked up in tables, where it has values.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> OnOtherScales(RiskEntry entry, RiskCriteria criteria) =>
        criteria.AllMappings.SelectMany(mapping => Written(
            ($"On {mapping.Name}, by table", mapping.Say(entry.Likelihood, entry.Impact)),
            ($"Residual on {mapping.Name}, by table", mapping.Say(entry.ResidualLikelihood, entry.ResidualImpact))));

    /// <summary>What it is about; nothing that was not written.</summary>
    public static IEnumerable<(string Name, string Value)> About(RiskEntry entry) => Written(
        ("Also known as", string.Join(", ", entry.Risk.Aliases)),
        ("Assets", string.Join(", ", entry.Assets.Select(asset => Named(asset.Id, asset.Name)))),
        ("Threats", string.Join(", ", entry.Threats.Select(threat => Named(threat.Id, threat.Name)
            + (threat.Stride is { } stride ? $" (STRIDE: {stride.Words()})" : "")))),
        ("Workflow", entry.Risk.Workflow),
        ("Communities", string.Join(", ", entry.Risk.Communities)));

    /// <summary>What may happen, and what is there already.</summary>
    public static IEnumerable<(string Name, string Value)> Texts(RiskEntry entry) => Written(
        ("Description", entry.Risk.Description),
        ("What stands against it today", entry.Risk.Mitigation),
        ("Differences between communities", entry.Risk.Differences));

    /// <summary>What is done about it, and what is left then.</summary>
    public static IEnumerable<(string Name, string Value)> Treated(RiskEntry entry, RiskCriteria criteria)
    {
        var treatment = entry.Risk.Treatment;
        return Written(
            ("Treatment", treatment?.Kind.ToString() ?? "None yet"),
            ("Recommendation", treatment?.Recommendation ?? ""),
            ("Addressed to", treatment?.Addressee ?? ""),
            ("Owner", treatment?.Owner ?? ""),
            ("Due", treatment?.DueOn is { } due ? ReportFacts.Date(due) : ""),
            ("Action", treatment?.Action is { } action
                ? string.Create(CultureInfo.InvariantCulture, $"#{action}") : ""),
            ("Accepted until", treatment?.ReviewOn is { } review ? ReportFacts.Date(review) : ""),
            ("Residual", entry.ResidualLevel is null ? "" : $"{criteria.Say(entry.ResidualLevel)}; likelihood "
                + $"{LevelWords.Number(entry.ResidualLikelihood)}, impact {LevelWords.Number(entry.ResidualImpact)}"));
    }

    /// <summary>What was said to it, and what became of it; each with at least one point.</summary>
    public static IEnumerable<(string Name, ImmutableArray<string> Points)> Said(RiskEntry entry) =>
        new (string, ImmutableArray<string>)[]
        {
            ("Why lower", entry.Rationales?.Lower ?? []),
            ("Why as high, or higher", entry.Rationales?.Upper ?? []),
            ("Discussion", entry.Risk.Discussion),
            ("References", entry.Risk.References),
            ("History",
                [.. entry.Risk.History.Select(happened => $"{ReportFacts.Date(happened.At)}: {happened.What}"
                    + (happened.By.Length > 0 ? ", by " + happened.By : ""))]),
        }.Where(said => !said.Item2.IsEmpty);

    /// <summary>In the order of <see cref="FigureNames"/>.</summary>
    public static ImmutableArray<string> Figures(DimensionResult result, RiskCriteria criteria)
    {
        var summary = result.Summary(criteria);
        var scores = summary.Scores;
        return
        [
            LevelWords.Number(summary.Value), summary.Agreement.Code(), LevelWords.Number(summary.Scored),
            LevelWords.Figure(scores.Median, "0.#"), LevelWords.Figure(scores.Mean),
            LevelWords.Figure(scores.Deviation),
            scores.IsEmpty ? "n/a" : FormattableString.Invariant($"{scores.Sorted[0]}–{scores.Sorted[^1]}"),
            LevelWords.Figure(scores.InterquartileRange, "0.##"), LevelWords.Figure(summary.Consensus),
            LevelWords.Number(summary.DontKnow), LevelWords.Number(summary.Abstained),
            LevelWords.Number(summary.NoReply),
        ];
    }

    /// <summary>How the scores of communities fell, a row each; nothing of one with under three.</summary>
    public static IEnumerable<string[]> OfCommunities(RiskResult result, RiskCriteria criteria) =>
        from one in result.Dimensions
        where !one.Communities.IsDefault
        from community in one.Communities
        let scores = DimensionResult.Scores(community.Counts, criteria.ScaleOf(one.Dimension))
        where scores.Count >= CommunityResult.Fewest
        select new[]
        {
            community.Name, one.Dimension.Name(), LevelWords.Number(scores.Count), LevelWords.Number(scores.HighMedian),
            FormattableString.Invariant($"{scores.Sorted[0]}–{scores.Sorted[^1]}"),
        };

    /// <summary>Heads of <see cref="OfCommunities"/>.</summary>
    public static ImmutableArray<string> CommunityHeads { get; } = ["Community", "Score", "n", "High median", "Range"];

    private static IEnumerable<(string Name, string Value)> Written(params (string Name, string Value)[] facts) =>
        facts.Where(fact => fact.Value.Length > 0);

    private static string Named(string id, string name) => id == name ? id : $"{name} ({id})";
}
