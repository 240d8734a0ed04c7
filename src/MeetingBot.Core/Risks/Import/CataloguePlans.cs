using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>
/// What rows of assets or threats come to. A row is of the entry of its id; without an id, of the entry of its name.
/// </summary>
internal static class CataloguePlans
{
    public static ImportPlan Assets(ImportSheet sheet, ImmutableArray<Asset> there)
    {
        if (!sheet.Problems.IsEmpty) return ImportPlan.Wrong(sheet);
        var (items, errors) = Plan(sheet.Rows, there, AssetReading.Reading);
        return new ImportPlan(ImportKind.Assets, items, [], [], errors);
    }

    public static ImportPlan Threats(ImportSheet sheet, ImmutableArray<Threat> there)
    {
        if (!sheet.Problems.IsEmpty) return ImportPlan.Wrong(sheet);
        var (items, errors) = Plan(sheet.Rows, there, ThreatReading.Reading);
        return new ImportPlan(ImportKind.Threats, [], items, [], errors);
    }

    public static (ImmutableArray<Planned<T>> Items, ImmutableArray<string> Errors) Plan<T>(
        ImmutableArray<ImportRow> rows, ImmutableArray<T> there, CatalogueReading<T> reading) where T : class
    {
        var items = ImmutableArray.CreateBuilder<Planned<T>>();
        var errors = ImmutableArray.CreateBuilder<string>();
        var ids = there.Select(reading.IdOf).Concat(rows.Select(row => row[ImportField.Id] ?? ""))
            .Where(id => id.Length > 0).ToList();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var (item, problem) = One(row, there, reading, ids);
            if (problem is null && !lines.TryAdd(item!.Id, row.Line))
                problem = FormattableString.Invariant($"{item.Id} is in line {lines[item.Id]} already.");
            if (problem is null) items.Add(item!);
            else errors.Add(FormattableString.Invariant($"line {row.Line}: {problem}"));
        }
        errors.AddRange(SameNames(items, there, reading));
        if (there.Length + items.Count(item => item.IsNew) > reading.Most)
            errors.Add(FormattableString.Invariant($"A catalogue has up to {reading.Most} {reading.Word}s."));
        return (items.DrainToImmutable(), errors.DrainToImmutable());
    }

    private static (Planned<T>? Item, string? Problem) One<T>(
        ImportRow row, ImmutableArray<T> there, CatalogueReading<T> reading, List<string> ids) where T : class
    {
        var given = row[ImportField.Id] ?? "";
        if (given.Length > 0 && reading.WrongId(given) is { } wrong) return (null, wrong);
        var name = row[ImportField.Name] ?? "";
        var known = given.Length > 0
            ? there.FirstOrDefault(item => reading.IdOf(item).Equals(given, StringComparison.OrdinalIgnoreCase))
            : name.Length > 0 ? reading.Named(there, name) : null;
        if (known is null && name.Length == 0)
            return (null, given.Length > 0 ? $"{given} is new and needs a name." : "the name is missing.");
        var id = known is not null ? reading.IdOf(known) : given.Length > 0 ? given : reading.FreeId(ids);
        if (known is null && given.Length == 0) ids.Add(id);
        var (read, problem) = reading.Read(row, id, known);
        if (problem is not null) return (null, problem);
        if (reading.NameOf(read).Length == 0) return (null, $"the name of {id} would be empty.");
        var changes = known is null ? [] : FieldChange.Between(reading.Fields(known), reading.Fields(read));
        return (new Planned<T>(row.Line, id, reading.NameOf(read), known is null, changes, read), null);
    }

    // A risk may name them by their names.
    private static IEnumerable<string> SameNames<T>(
        IReadOnlyList<Planned<T>> items, ImmutableArray<T> there, CatalogueReading<T> reading) where T : class
    {
        var imported = items.Select(item => item.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in there.Where(item => !imported.Contains(reading.IdOf(item))))
            names.TryAdd(Phrases.Words(reading.NameOf(item)), $"is {reading.IdOf(item)} in the catalogue");
        foreach (var item in items)
        {
            var name = Phrases.Words(item.Name);
            if (names.TryAdd(name, FormattableString.Invariant($"is in line {item.Line}"))) continue;
            yield return FormattableString.Invariant(
                $"line {item.Line}: \"{Phrases.Shorten(item.Name, 60)}\" {names[name]} already; ")
                + "give its id, or another name.";
        }
    }
}
