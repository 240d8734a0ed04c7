using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>Reads what somebody pasted or sent as a table to import.</summary>
internal static partial class ImportReader
{
    public static ImportSheet Read(ImportKind kind, string text)
    {
        var table = PastedTable.Read(text, name => ColumnNames.Find(kind, name) is not null);
        if (!table.Problems.IsEmpty) return ImportSheet.Wrong(kind, table.Problems.AsSpan());
        if (SheetColumns.Find(kind, table.Lines) is not { } columns) return NoNames(kind);
        if (!columns.Columns.ContainsKey(ImportField.Name)
            && !columns.Columns.ContainsKey(ImportField.Id)) return NoNames(kind);
        if (!columns.Problems.IsEmpty) return ImportSheet.Wrong(kind, columns.Problems.AsSpan());

        var rows = ImmutableArray.CreateBuilder<ImportRow>();
        var headings = ImmutableArray.CreateBuilder<string>();
        foreach (var line in table.Lines.Skip(columns.Header + 1))
        {
            var row = Row(line, columns);
            if (IsHeading(line, row)) headings.Add(Heading(line));
            else rows.Add(row);
        }
        if (rows.Count > PastedTable.MostRows) return ImportSheet.Wrong(kind, PastedTable.TooMany);
        if (rows.Count == 0) return ImportSheet.Wrong(kind, "There are names of columns, but no row below them.");
        return new ImportSheet(kind, rows.DrainToImmutable(), columns.NotTaken, Year(table.Lines, columns.Header))
        {
            Headings = headings.DrainToImmutable(),
        };
    }

    private static ImportRow Row(TableLine line, SheetColumns columns) => new(
        line.Number,
        columns.Columns.ToImmutableSortedDictionary(column => column.Key, column => WithoutMark(line[column.Value])));

    // The apostrophe that keeps a spreadsheet from running a cell is none of its text.
    private static string WithoutMark(string cell) =>
        cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    // "Misuse", alone in its line: what the rows below have in common.
    private static bool IsHeading(TableLine line, ImportRow row) =>
        row.Cells.Count > 1 && line.Cells.Length == 1 && !row.Has(ImportField.Name)
        && !(row[ImportField.Id] is { Length: > 0 } id && id.Any(char.IsAsciiDigit));

    private static string Heading(TableLine line) => FormattableString.Invariant(
        $"line {line.Number}: \"{Phrases.Shorten(line.Cells[0], 40)}\"");

    private static string Year(ImmutableArray<TableLine> lines, int header) => lines.Take(header)
        .SelectMany(line => line.Cells).Select(cell => AYear().Match(cell))
            .FirstOrDefault(match => match.Success)?.Value ?? "";

    private static ImportSheet NoNames(ImportKind kind) => ImportSheet.Wrong(
        kind, $"I see no names of columns. The first line names them, such as: {kind.Columns()}");

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex AYear();
}
