using System.Text;

namespace MeetingBot.Risks.Report;

/// <summary>
/// Texts that people typed, as cells of a table that a spreadsheet opens: none is run as a formula, and none breaks the
/// file.
/// </summary>
public static class SheetText
{
    /// <summary>The text; with an apostrophe before it where a spreadsheet would run it.</summary>
    public static string Cell(string text)
    {
        var clean = Printable(text);
        // Some trim before they look, and the wide forms are formulas to some.
        return clean.AsSpan().TrimStart() is [var first, ..] && IsFormula(first) || clean is ['\t' or '\r' or '\n', ..]
            ? "'" + clean
            : clean;
    }

    /// <summary>A cell of a CSV file with the delimiter <c>;</c>.</summary>
    public static string Csv(string text)
    {
        var cell = Cell(text);
        return cell.AsSpan().ContainsAny("\";\r\n") || cell is [' ', ..] or [.., ' ']
            ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : cell;
    }

    private static bool IsFormula(char c) =>
        c is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    /// <summary>Without what XML can't hold, and what would turn the direction of the text beside it.</summary>
    internal static string Printable(string text)
    {
        if (!text.Any(c => IsHidden(c) || char.IsSurrogate(c))) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || !IsHidden((char)rune.Value)) clean.Append(rune);
        return clean.ToString();
    }

    private static bool IsHidden(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}
