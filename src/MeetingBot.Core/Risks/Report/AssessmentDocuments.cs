using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Risks.Report;

/// <summary>Makes documents of assessments from the rows as they are. Reads only.</summary>
public sealed class AssessmentDocuments(ITable table, IClock clock)
{
    /// <summary>The version that an address leads to; null where it leads nowhere (any more).</summary>
    /// <param name="token">From outside.</param>
    public async ValueTask<AssessmentDocument?> FindAsync(string token, CancellationToken cancel)
    {
        var link = await PageLinks.FindAsync(table, token, ShowReport.Kind, clock.GetCurrentInstant(), cancel);
        if (link is null || ReportSubject.Read(link.Subject) is not { } subject) return null;
        // It stands while the assessment says so: an address that was taken back leads nowhere.
        var kept = await table.GetAsync(link.Group.PartitionKey, RiskRows.Key(subject.Assessment), cancel);
        if (kept is null || RiskRows.ReadAssessment(kept).Links.GetValueOrDefault(subject.ToString()) != token)
            return null;
        var document = await OfAsync(link.Group, subject.Assessment, subject.Version, cancel);
        return subject.Audience is { } audience ? document?.For(audience) : document;
    }

    /// <param name="version">A frozen one; null for the one that is worked on.</param>
    public async ValueTask<AssessmentDocument?> OfAsync(
        GroupId group, int number, string? version, CancellationToken cancel)
    {
        var rows = await table.ReadAsync(
            group.PartitionKey,
            Reads.OfKeys(RiskRows.Key(number), GroupRows.GroupKey).And(Reads.Of(
                RiskRows.RisksOf(number), RiskRows.RoundsOf(number), RiskRows.Assets, RiskRows.Threats,
                FrozenCatalogue.Of(number)))
                with { MostRows = int.MaxValue },
            cancel);
        if (rows[RiskRows.Key(number)] is not { } row) return null;
        var assessment = RiskRows.ReadAssessment(row);
        var frozen = version is null ? null : assessment.FrozenAs(version);
        if (version is not null && frozen is null) return null;
        var document = Of(assessment, frozen, rows, clock.GetCurrentInstant());
        var before = Before(assessment, frozen);
        return document with
        {
            Rationales = await RationalesAsync(group.PartitionKey, assessment, document, cancel),
            Previous = before is null ? null : Of(assessment, before, rows, before.At),
        };
    }

    private static FrozenVersion? Before(Assessment assessment, FrozenVersion? shown) => assessment.Frozen.IsDefault
        ? null
        : assessment.Frozen.LastOrDefault(frozen => shown is null || frozen.Generation < shown.Generation);

    private static AssessmentDocument Of(Assessment assessment, FrozenVersion? frozen, RowSet rows, Instant now)
    {
        var generation = frozen?.Generation ?? assessment.Generation;
        var risks = RiskRows.RisksIn(rows, assessment.Number, generation)
            .Select(risk => (frozen is null ? assessment.Scaled(risk) : risk).Shown()).ToImmutableArray();
        var criteria = frozen?.Criteria ?? assessment.Criteria;
        var rounds = rows.In(RiskRows.RoundsOf(assessment.Number)).Select(RiskRows.ReadRound)
            .Where(round => round is { Status: RoundStatus.Revealed, Figures: not null }
                && round.Generation <= generation)
            .OrderBy(round => round.Number).ToList();
        var catalogue = frozen is null ? null : FrozenCatalogue.Read(rows, assessment.Number, generation);
        var (assets, threats) = catalogue ?? RiskCatalogue.From(rows);
        var communities = frozen?.Communities ?? assessment.Communities;
        return new AssessmentDocument(
            AssessmentDocument.CurrentSchema, frozen?.Title ?? assessment.Title, frozen?.Version ?? assessment.Version,
            frozen?.At ?? now,
            frozen is not null, criteria, Authors(assessment, frozen), risks,
            [.. rounds.Select(round => Record(round, risks, criteria))])
        {
            Group = GroupRows.ReadGroup(rows)?.Name ?? "",
            ScopeIn = frozen?.ScopeIn ?? assessment.ScopeIn,
            ScopeOut = frozen?.ScopeOut ?? assessment.ScopeOut,
            Tlp = frozen?.Tlp ?? assessment.Tlp,
            Workflows = frozen?.Workflows ?? assessment.Workflows,
            Communities = [.. communities.Select(community => new WeighedCommunity(community.Name, community.Weight))],
            Assets = assets,
            Threats = threats,
        };
    }

    private static ImmutableArray<string> Authors(Assessment assessment, FrozenVersion? frozen) =>
        frozen is null || frozen.By.Key == assessment.Author.Key
            ? [assessment.Author.Name]
            : [assessment.Author.Name, frozen.By.Name];

    private static RoundRecord Record(ScoringRound round, ImmutableArray<RiskScenario> risks, RiskCriteria criteria)
    {
        var results = risks
            .SelectMany(risk => risk.Earlier.Append(risk.Result).Append(risk.Residual).OfType<RiskResult>())
            .Where(result => result.Round == round.Number).ToList();
        return new RoundRecord(
            round.Number, round.OpenedAt, round.EndedAt ?? round.OpenedAt, round.OfResidual, round.Risks,
            round.Figures!,
            [.. criteria.Dimensions.Select(dimension => Cast(dimension, results, criteria))]);
    }

    private static ValueCounts Cast(RiskDimension dimension, List<RiskResult> results, RiskCriteria criteria)
    {
        var found = results.Select(result => result[dimension]).OfType<DimensionResult>().ToList();
        var values = criteria.ScaleOf(dimension).Width + 1;
        return new ValueCounts(
            dimension,
            [.. Enumerable.Range(0, values)
                .Select(place => found.Sum(result => result.Counts.ElementAtOrDefault(place)))],
            found.Sum(result => result.DontKnow), found.Sum(result => result.Abstained));
    }

    private async ValueTask<ImmutableArray<RiskRationales>> RationalesAsync(
        string partition, Assessment assessment, AssessmentDocument document, CancellationToken cancel)
    {
        var all = ImmutableArray.CreateBuilder<RiskRationales>();
        foreach (var risk in document.Risks.Where(risk => risk is { Active: true, Result.Round: > 0 }))
        {
            var range = RiskRows.ScoresOf(assessment.Number, risk.Result!.Round, risk.Id);
            var scores = new List<RiskScore>();
            await foreach (var row in table.QueryAllAsync(partition, range, cancel))
                scores.Add(RiskRows.ReadScore(row));
            var camps = RationaleCamps.Of(scores, risk.Result, document.Criteria);
            if (camps.Lower.Length + camps.Upper.Length > 0)
                all.Add(new RiskRationales(risk.Id, camps.Lower, camps.Upper));
        }
        return all.ToImmutable();
    }
}
