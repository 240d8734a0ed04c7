using System.Globalization;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Makes lines of cells of a table as text: CSV (by comma or semicolon), TSV as a spreadsheet pastes it, or a Markdown
/// table. What it is, is found by where the names of its columns come out.
/// </summary>
internal static class PastedTable
{
    /// <summary>1 MiB of plain letters.</summary>
    public const int MostCharacters = 1 << 20;

    public const int MostCell = 2_000;
    public const int MostColumns = 40;

    /// <summary>Those too that have nothing in them, as spreadsheets write behind the last.</summary>
    private const int MostEmptyColumns = 1_000;

    private const int MostLine = MostColumns * MostCell;

    /// <summary>Rows of an import.</summary>
    public const int MostRows = 500;

    /// <summary>Lines with anything in them: the rows, and titles above.</summary>
    public const int MostLines = MostRows + MostTitles;

    /// <summary>Line breaks of the text, those in cells and empty lines too.</summary>
    public const int MostBreaks = 10_000;

    /// <summary>Lines that may stand above the names of the columns.</summary>
    public const int MostTitles = 20;

    /// <param name="isColumn">Whether a cell is the name of a column.</param>
    public static TableLines Read(string text, Func<string, bool> isColumn)
    {
        if (text.Length > MostCharacters)
            return TableLines.Wrong("The table is longer than 1 MiB. Import it in parts.");
        var plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (plain.AsSpan().Count('\n') is var breaks && breaks >= MostBreaks)
            return TableLines.Wrong(Say($"The table has {breaks + 1:N0} lines; up to {MostBreaks:N0} are read."));
        if (HiddenCharacters.In(plain) is { Count: > 0 } hidden) return TableLines.Wrong([.. hidden]);
        var markdown = MarkdownTable.Is(plain);
        var first = plain.Split('\n', MostTitles + 2).Take(MostTitles + 1)
            .Select(line => line.Length > MostLine ? "" : line).ToList();
        var delimiter = markdown ? '|' : Delimiter(first, isColumn);
        if (Unreadable(plain, delimiter) is { } wide) return TableLines.Wrong(wide);
        var read = markdown ? MarkdownTable.Read(plain) : DelimitedText.Read(plain, delimiter);
        return read.Problems.IsEmpty && read.Lines.IsEmpty ? TableLines.Wrong("There is no table.") : read;
    }

    /// <summary>What a line is, or why it can't be one.</summary>
    internal static (TableLine? Line, string? Problem) Line(int number, IReadOnlyList<string> cells)
    {
        var line = TableLine.Of(number, cells);
        if (line.Cells.Length > MostColumns)
            return (null, TooWide(number, line.Cells.Length));
        var longest = line.Cells.FirstOrDefault(cell => cell.Length > MostCell);
        return longest is null ? (line, null) : (null, TooLong(number));
    }

    internal static string TooLong(int number) => Say(
        $"line {number}: a cell is longer than {MostCell:N0} characters, or a \" that opens a cell is never closed.");

    private static readonly char[] Delimiters = ['\t', ';', ','];

    internal static string TooMany { get; } = Say($"There are more than {MostRows} rows. Import them in parts.");

    // The names of columns have no delimiter in them, so that the right one gives the most names.
    private static char Delimiter(List<string> lines, Func<string, bool> isColumn) => Delimiters
        .Select(delimiter => (delimiter, Most: lines.Max(line =>
            (Names(line, delimiter, isColumn), line.Count(c => c == delimiter)))))
        .MaxBy(found => found.Most).delimiter;

    private static int Names(string line, char delimiter, Func<string, bool> isColumn) =>
        line.Split(delimiter, MostColumns * 3).Count(cell => isColumn(cell.Trim().Trim('"')));

    // Before anything is made of millions of cells, or of one without end.
    private static string? Unreadable(string text, char delimiter)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.Length > MostLine) return TooLong(number);
            if (line.Count(delimiter) is var count and >= MostEmptyColumns) return TooWide(number, count + 1);
        }
        return null;
    }

    private static string TooWide(int number, int columns) =>
        Say($"line {number}: {columns:N0} columns; up to {MostColumns} are read.");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
