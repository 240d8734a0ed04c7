using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>What rows of risk scenarios come to in a version of an assessment.</summary>
/// <param name="Assets">The group's catalogue.</param>
/// <param name="Threats">The group's catalogue.</param>
/// <param name="There">Every scenario of the version, whatever became of it.</param>
/// <param name="NextRisk">The number of the next one.</param>
/// <param name="Generation">In which what changes is written.</param>
internal sealed record RiskPlans(
    ImmutableArray<Asset> Assets, ImmutableArray<Threat> Threats, ImmutableArray<RiskScenario> There, int NextRisk,
    int Generation)
{
    public ImportPlan Plan(ImportSheet sheet)
    {
        if (!sheet.Problems.IsEmpty) return ImportPlan.Wrong(sheet);
        var reading = new RiskReading(
            new NamedEntries<Asset>(AssetReading.Reading, Assets),
            new NamedEntries<Threat>(ThreatReading.Reading, Threats), sheet.Year);
        var items = ImmutableArray.CreateBuilder<Planned<RiskScenario>>();
        var errors = ImmutableArray.CreateBuilder<string>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var titles = sheet.Rows.CountBy(TitleOf).ToDictionary();
        var next = Math.Max(NextRisk, RiskIds.Next(sheet.Rows));
        foreach (var row in sheet.Rows)
        {
            var found = RiskIds.Find(row, There);
            var problem = found.Problem;
            if (problem is null && !lines.TryAdd(found.Id ?? TitleOf(row), row.Line))
                problem = FormattableString.Invariant(
                    $"{found.Id ?? "the same title"} is in line {lines[found.Id ?? TitleOf(row)]} already.");
            if (problem is null && !row.Has(ImportField.Id) && titles[TitleOf(row)] > 1)
                problem = "another line has the same title; give the ids of both.";
            Planned<RiskScenario>? item = null;
            if (problem is null)
            {
                var id = found.Id is null || found.IsForeign ? new RiskId(next).ToString() : found.Id;
                (item, problem) = reading.Read(
                    row, found.There ?? new RiskScenario(id, "", Generation), found.There is null,
                    found.IsForeign ? found.Id : null);
                if (problem is null && item!.Id == new RiskId(next).ToString()) next++;
            }
            if (problem is null) items.Add(item! with { Item = item.Item with { Generation = Generation } });
            else errors.Add(FormattableString.Invariant($"line {row.Line}: {problem}"));
        }
        errors.AddRange(TooMany(items));
        var (assets, threats) = (reading.Assets.Added, reading.Threats.Added);
        if (Assets.Length + assets.Length > Asset.Most || Threats.Length + threats.Length > Threat.Most)
            errors.Add(FormattableString.Invariant(
                $"A catalogue has up to {Asset.Most} assets and {Threat.Most} threats."));
        return new ImportPlan(ImportKind.Risks, assets, threats, items.DrainToImmutable(), errors.DrainToImmutable())
        {
            NextRisk = next,
        };
    }

    // As a key that no id is.
    private static string TitleOf(ImportRow row) => " " + Phrases.Words(row[ImportField.Name] ?? "").ToUpperInvariant();

    private IEnumerable<string> TooMany(IReadOnlyList<Planned<RiskScenario>> items)
    {
        var risks = There.Length + items.Count(item => item.IsNew);
        if (risks > Assessment.MostRisks)
            yield return FormattableString.Invariant(
                $"An assessment has up to {Assessment.MostRisks} risks; with these there would be {risks}.");
    }
}
