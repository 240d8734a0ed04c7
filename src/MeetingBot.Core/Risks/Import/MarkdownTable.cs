using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Reads a Markdown table: <c>| a | b |</c>, a line of dashes below the names. <c>\|</c> is a bar in a cell,
/// <c>&lt;br&gt;</c> a line break.
/// </summary>
internal static partial class MarkdownTable
{
    public static bool Is(string text)
    {
        var lines = text.Split('\n', PastedTable.MostTitles + 3).Take(PastedTable.MostTitles + 2)
            .Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return lines.Exists(IsRule)
            || (lines.Find(line => !IsFence(line)) is { } first && first.StartsWith('|') && first.EndsWith('|'));
    }

    public static TableLines Read(string text)
    {
        var lines = ImmutableArray.CreateBuilder<TableLine>();
        var problems = ImmutableArray.CreateBuilder<string>();
        var number = 0;
        foreach (var written in text.Split('\n'))
        {
            number++;
            var trimmed = written.Trim();
            if (trimmed.Length == 0 || IsFence(trimmed) || IsRule(trimmed)) continue;
            var (line, problem) = PastedTable.Line(number, Cells(trimmed));
            if (problem is not null) problems.Add(problem);
            else if (!line!.IsEmpty) lines.Add(line);
            if (lines.Count > PastedTable.MostLines) return TableLines.Wrong(PastedTable.TooMany);
            if (problems.Count > 20) break;
        }
        return new TableLines(lines.DrainToImmutable(), problems.DrainToImmutable());
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var start = line.StartsWith('|') ? 1 : 0;
        for (var i = start; i <= line.Length; i++)
        {
            if (i < line.Length && (line[i] != '|' || (i > 0 && line[i - 1] == '\\'))) continue;
            cells.Add(Break().Replace(line[start..i].Replace("\\|", "|", StringComparison.Ordinal), "\n"));
            start = i + 1;
            if (cells.Count > PastedTable.MostColumns * 3) break;
        }
        return cells;
    }

    private static bool IsRule(string line) =>
        line.Contains('|') && line.Contains("--", StringComparison.Ordinal)
            && line.All(c => c is '|' or '-' or ':' or ' ' or '\t');

    private static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal);

    [GeneratedRegex(@"[ \t]{0,9}<br ?/?>[ \t]{0,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();
}
