using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>Which scenario a row is about.</summary>
internal static class RiskIds
{
    /// <summary>Ids that are given go up to here, so that there is always a next one.</summary>
    private const int MostNumber = 9_999;

    /// <param name="Id">As it is written here, or as an older sheet has it; null where there is none.</param>
    /// <param name="IsForeign">Of an older sheet: it is kept beside an id of ours.</param>
    /// <param name="There">The scenario that is meant; null for a new one.</param>
    internal readonly record struct Found(
        string? Id, bool IsForeign = false, RiskScenario? There = null, string? Problem = null);

    /// <summary>The number behind all that are given.</summary>
    public static int Next(ImmutableArray<ImportRow> rows) => rows
        .Select(row => RiskId.Read(row[ImportField.Id] ?? "")?.Number ?? 0)
        .Where(number => number <= MostNumber).DefaultIfEmpty(0).Max() + 1;

    public static Found Find(ImportRow row, ImmutableArray<RiskScenario> there)
    {
        var given = row[ImportField.Id] ?? "";
        if (given.Length == 0) return ByTitle(row, there);
        if (RiskId.Read(given) is not { } id) return Foreign(given, row, there);
        if (id.Number > MostNumber)
            return Wrong(string.Create(CultureInfo.InvariantCulture,
                $"{id} is too high; ids go up to {RiskId.Prefix}{MostNumber}."));
        var known = there.FirstOrDefault(risk => risk.Id == id.ToString());
        if (known is { Active: false })
            return Wrong($"{known.Id} was {known.State.ToString().ToLowerInvariant()}"
                + (known.Successors.IsEmpty ? "." : $": now it is {Phrases.Join(known.Successors)}."));
        return known is null && !HasTitle(row) ? Wrong($"{id} is new and needs a title.")
            : new Found(id.ToString(), There: known);
    }

    // "M1" of a sheet of 2003 stays what people know it by.
    private static Found Foreign(string given, ImportRow row, ImmutableArray<RiskScenario> there)
    {
        if (given.Length > Asset.MostId || given.Contains('\n'))
            return Wrong($"\"{Phrases.Shorten(given, 40)}\" is no id; "
                + $"there are such as {RiskId.Prefix}3 and {RiskId.Prefix}3a.");
        var known = there.FirstOrDefault(risk => risk.Active
            && risk.Aliases.Any(alias => alias.Equals(given, StringComparison.OrdinalIgnoreCase)));
        return known is null && !HasTitle(row)
            ? Wrong($"{given} is new and needs a title.")
            : new Found(known?.Id ?? given, known is null, known);
    }

    private static Found ByTitle(ImportRow row, ImmutableArray<RiskScenario> there)
    {
        if (!HasTitle(row)) return Wrong("the title is missing.");
        var same = there.Where(risk => risk.Active && Phrases.SameWords(risk.Title, row[ImportField.Name]!)).ToList();
        return same.Count switch
        {
            0 => new Found(null),
            1 => new Found(same[0].Id, There: same[0]),
            _ => Wrong($"this is the title of {Phrases.Join([.. same.Select(risk => risk.Id)])}; "
                + "give the id of the one that is meant."),
        };
    }

    private static bool HasTitle(ImportRow row) => row.Has(ImportField.Name);

    private static Found Wrong(string problem) => new(null, Problem: problem);
}
