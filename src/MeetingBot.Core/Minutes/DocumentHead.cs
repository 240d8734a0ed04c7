using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MeetingBot.Minutes;

/// <summary>
/// The title and the date above minutes that were written elsewhere. They are no topics: the minutes here have their
/// own.
/// </summary>
internal static partial class DocumentHead
{
    // Above who attended; more than that is text.
    private const int MostLines = 6;

    /// <param name="lines">Of the whole message.</param>
    /// <param name="length">How many of the lines it takes, empty ones with them.</param>
    public static ImmutableArray<string> Take(ReadOnlySpan<string> lines, out int length)
    {
        var heads = ImmutableArray.CreateBuilder<string>();
        var attendance = Attendance(lines);
        length = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0) continue;
            var heading = Heading().Match(line);
            var isHead = (heading.Success && IsDate(heading.Groups["text"].Value))
                || at < attendance
                || (heading.Groups["level"].Length == 1 && heads.Count == 0 && Next(lines[(at + 1)..]).StartsWith('#'));
            if (!isHead) break;
            heads.Add(heading.Success ? heading.Groups["text"].Value : line);
            length = at + 1;
        }
        return heads.DrainToImmutable();
    }

    // Where the line of who attended is, if nothing but a head stands above it.
    private static int Attendance(ReadOnlySpan<string> lines)
    {
        var above = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0) continue;
            if (AttendanceLine.Read(line) is not null) return at;
            if (++above > MostLines || !MayBeHead(line)) return -1;
        }
        return -1;
    }

    private static bool MayBeHead(string line) =>
        Heading().IsMatch(line) || MinutesGrammar.ReadLine(line) is null;

    private static string Next(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines) if (line.Trim() is { Length: > 0 } next) return next;
        return "";
    }

    private static bool IsDate(string text) => Date().IsMatch(text);

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<text>\S.*?)\s*#*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("""
        ^(?:\p{L}{3,12}day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?(?:
            \d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,?\s+\d{4}
          | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}
          | \d{4}-\d{1,2}-\d{1,2} | \d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}
        )$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();
}
