using System.Collections.Immutable;

namespace MeetingBot.Risks.Import;

/// <summary>Which columns of a table are what.</summary>
/// <param name="Header">Place of the line that names them.</param>
/// <param name="Columns">Where each is.</param>
/// <param name="NotTaken">Names of the others.</param>
internal sealed record SheetColumns(
    int Header, ImmutableSortedDictionary<ImportField, int> Columns, ImmutableArray<string> NotTaken,
    ImmutableArray<string> Problems)
{
    /// <summary>The columns; null where no line names any.</summary>
    public static SheetColumns? Find(ImportKind kind, ImmutableArray<TableLine> lines)
    {
        var (header, most) = (-1, 0);
        for (var i = 0; i < Math.Min(lines.Length, PastedTable.MostTitles + 1); i++)
        {
            var known = lines[i].Cells.Select(cell => ColumnNames.Find(kind, cell)?.Field).OfType<ImportField>()
                .Distinct().Count();
            if (known > most) (header, most) = (i, known);
        }
        return header < 0 ? null : Of(kind, header, lines);
    }

    private static SheetColumns Of(ImportKind kind, int header, ImmutableArray<TableLine> lines)
    {
        var line = lines[header];
        var taken = new SortedDictionary<ImportField, (int Column, int Rank)>();
        var twice = new SortedSet<ImportField>();
        for (var column = 0; column < line.Cells.Length; column++)
        {
            if (ColumnNames.Find(kind, line[column]) is not var (field, rank)) continue;
            if (taken.TryGetValue(field, out var other) && other.Rank == rank) twice.Add(field);
            else if (!taken.ContainsKey(field) || rank < other.Rank) taken[field] = (column, rank);
        }
        if (kind is ImportKind.Risks && NameRisks(taken, lines[(header + 1)..])) twice.Remove(ImportField.Name);

        // Averages of areas side by side: nobody knows whose is meant.
        foreach (var field in twice.Where(IsScore)) taken.Remove(field);
        var problems = twice.Where(field => !IsScore(field) && taken.ContainsKey(field))
            .Select(field => FormattableString.Invariant(
            $"line {line.Number}: the column \"{line[taken[field].Column]}\" stands twice; take one away."));
        var used = taken.Values.Select(place => place.Column).ToHashSet();
        return new SheetColumns(
            header, taken.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Column),
            [.. line.Cells.Where((cell, column) => cell.Length > 0 && !used.Contains(column)).Distinct()],
            [.. problems]);
    }

    // In the old sheets "Risk" is a product of averages, and a risk is called by its threat.
    private static bool NameRisks(
        SortedDictionary<ImportField, (int Column, int Rank)> taken, ImmutableArray<TableLine> rows)
    {
        if (taken.TryGetValue(ImportField.Name, out var name) && rows.All(row => IsNumber(row[name.Column])))
            taken.Remove(ImportField.Name);
        if (taken.ContainsKey(ImportField.Name)) return false;
        if (taken.Remove(ImportField.Threats, out var threat)) taken[ImportField.Name] = threat;
        return true;
    }

    private static bool IsScore(ImportField field) =>
        field is ImportField.EarlierLikelihood or ImportField.EarlierImpact;

    private static bool IsNumber(string cell) => cell.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-');
}
