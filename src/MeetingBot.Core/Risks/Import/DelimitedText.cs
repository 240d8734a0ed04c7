using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MeetingBot.Risks.Import;

/// <summary>Reads CSV and TSV: cells in quotes may hold the delimiter, line breaks, and doubled quotes.</summary>
[SuppressMessage(
    "ApiDesign", "RS0030:Do not use banned APIs", Justification = "A reader over a string in memory is no I/O.")]
internal static class DelimitedText
{
    public static TableLines Read(string text, char delimiter)
    {
        var lines = ImmutableArray.CreateBuilder<TableLine>();
        var problems = ImmutableArray.CreateBuilder<string>();
        using var reader = new System.IO.StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            DetectDelimiter = false,
            IgnoreBlankLines = false,
            // A cell may have spaces around it, and every quote in it twice.
            MaxFieldSize = (PastedTable.MostCell * 2) + 100,
            BadDataFound = null,
        });
        var ended = 0;
        try
        {
            while (parser.Read())
            {
                var begins = ended + 1;
                ended = parser.RawRow;
                var (line, problem) = PastedTable.Line(begins, parser.Record!);
                if (problem is not null) problems.Add(problem);
                else if (!line!.IsEmpty) lines.Add(line);
                if (line is { IsEmpty: false } && IsOpen(parser.RawRecord.AsSpan(), delimiter))
                    problems.Add(Open(begins));
                if (lines.Count > PastedTable.MostLines) return TableLines.Wrong(PastedTable.TooMany);
                if (problems.Count > 20) break;
            }
        }
        catch (MaxFieldSizeException)
        {
            problems.Add(PastedTable.TooLong(ended + 1));
        }
        catch (CsvHelperException)
        {
            problems.Add(FormattableString.Invariant($"line {ended + 1}: this is no CSV that I can read."));
        }
        return new TableLines(lines.DrainToImmutable(), problems.DrainToImmutable());
    }

    private static string Open(int line) =>
        FormattableString.Invariant($"line {line}: a \" opens a cell and none closes it.");

    // Whether a cell in quotes goes on where the record ends.
    private static bool IsOpen(ReadOnlySpan<char> record, char delimiter)
    {
        var (open, closed, starts) = (false, false, true);
        foreach (var c in record)
        {
            if (open)
            {
                (open, closed) = (c != '"', c == '"');
                continue;
            }
            // A quote right behind the closing one is a quote in the cell.
            open = c == '"' && (starts || closed);
            (closed, starts) = (false, c == delimiter || c == '\n');
        }
        return open;
    }
}
