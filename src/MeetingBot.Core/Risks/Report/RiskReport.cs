using System.Collections.Immutable;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report;

/// <summary>
/// What every form of the report shows, in its order: front, executive summary, heat maps, watch list, a page for each
/// risk, recommendations, changes, methodology, annexes.
/// </summary>
/// <param name="Ranked">By level, impact, likelihood, each from the greatest, then by id.</param>
/// <param name="NotRanked">Risks without a level, by id.</param>
/// <param name="Gone">What was split, merged or dropped, by id.</param>
/// <param name="Changes">Since the version before; null where there is none.</param>
public sealed record RiskReport(
    AssessmentDocument Document,
    ImmutableArray<RiskEntry> Ranked,
    ImmutableArray<RiskEntry> NotRanked,
    ImmutableArray<RiskScenario> Gone,
    ImmutableArray<AddresseeAdvice> Advice,
    VersionChanges? Changes,
    Methodology Methodology,
    ImmutableArray<ReportReference> References)
{
    /// <summary>Risks in the executive summary.</summary>
    public const int MostTop = 10;

    public RiskCriteria Criteria => Document.Criteria;

    public string Label => Document.Tlp.Label();

    public IEnumerable<RiskEntry> All => Ranked.Concat(NotRanked);

    public IEnumerable<RiskEntry> Top => Ranked.Take(MostTop);

    public IEnumerable<RiskEntry> Watched => All.Where(entry => !entry.Watch.IsEmpty);

    public IEnumerable<RiskEntry> Accepted => All.Where(entry => entry.Risk.Treatment?.Kind is TreatmentKind.Accept);

    public bool HasResidual => All.Any(entry => entry.ResidualLevel is not null);

    public static RiskReport Of(AssessmentDocument document)
    {
        var entries = document.Risks.Where(risk => risk.Active).Select(risk => RiskEntry.Of(risk, document)).ToList();
        ImmutableArray<RiskEntry> ranked =
        [
            .. entries.Where(entry => entry.Level is not null)
                .OrderByDescending(entry => entry.Level).ThenByDescending(entry => entry.Impact)
                .ThenByDescending(entry => entry.Likelihood).ThenBy(entry => RiskId.Read(entry.Id)),
        ];
        ImmutableArray<RiskEntry> rest =
            [.. entries.Where(entry => entry.Level is null).OrderBy(entry => RiskId.Read(entry.Id))];
        return new RiskReport(
            document, ranked, rest,
            [.. document.Risks.Where(risk => !risk.Active).OrderBy(risk => RiskId.Read(risk.Id))],
            AddresseeAdvice.Of([.. ranked, .. rest]), VersionChanges.Of(document), Methodology.Of(document),
            ReportReference.Of(document));
    }

    /// <summary>The summary's first lines: how many there are, how grave, and who said so.</summary>
    public ImmutableArray<string> Summary()
    {
        var levels = Ranked.GroupBy(entry => entry.Level!.Value).OrderByDescending(group => group.Key)
            .Select(group => FormattableString.Invariant($"{group.Count()} {Criteria.Matrix.Levels[group.Key]}"));
        var counted = string.Join(", ", levels.Concat(NotRanked.Length > 0 ? [$"{NotRanked.Length} not ranked"] : []));
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(Ranked.Length + NotRanked.Length == 0
            ? "No risk is in this report."
            : $"{LevelWords.Count(Ranked.Length + NotRanked.Length, "risk")} assessed: {counted}.");
        if (Methodology.LastRound is { } round)
            lines.Add($"{round.Figures.Scored} of {LevelWords.Count(round.Figures.Members, "member")} scored them "
                + $"individually, in {LevelWords.Count(Document.Rounds.Length, "blind round")}.");
        if (Watched.Any()) lines.Add($"{LevelWords.Count(Watched.Count(), "risk")} on the watch list.");
        return lines.DrainToImmutable();
    }
}
