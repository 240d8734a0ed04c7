using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Program.CommandLine;

/// <summary>
/// Reads scores as CSV: <c>member,community,risk,dimension,value</c>, the columns in any order. A dimension is
/// likelihood or impact; a value is on the scale, <c>?</c> for don't know, <c>-</c> for abstain, empty for no reply.
/// </summary>
internal static class ScoreSheetCsv
{
    private const int MostCharacters = 32 * 1024 * 1024;
    internal const int MostField = 1_000;
    private const int MostErrors = 20;
    private static readonly string[] Columns = ["member", "community", "risk", "dimension", "value"];
    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <summary>The scores, or what is wrong with which lines.</summary>
    public static (ScoreSheet? Sheet, IReadOnlyList<string> Errors) Read(TextReader reader, Scale scale)
    {
        var text = Whole(reader);
        if (text is null) return (null, ["These are over 32 MiB, more than any table of scores."]);
        var errors = new List<string>();
        var members = new List<string>();
        var risks = new List<string>();
        var seen = new Dictionary<(string, string, RiskDimension), int>();
        var scores = ImmutableDictionary.CreateBuilder<(string, string, RiskDimension), Score>();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = MostField,
            BadDataFound = null,
        });
        if (Places(parser, errors) is not { } places) return (null, errors);
        var width = parser.Count;
        var (knownMembers, knownRisks) = (new HashSet<string>(), new HashSet<string>());
        var (line, ended) = (0, parser.RawRow);
        while (errors.Count < MostErrors && parser.Read())
        {
            // The first of those that it takes, where a cell in quotes goes on in the next.
            (line, ended) = (ended + 1, parser.RawRow);
            if (parser.Record!.All(string.IsNullOrWhiteSpace)) continue;
            string Field(int column) => places[column] is var at && at >= 0 && at < parser.Count ? parser[at].Trim() : "";
            void Wrong(string what) => errors.Add($"Line {line}: {what}");

            // A name or a number with a comma in it, and everything behind it is read as something else.
            if (parser.Record!.Skip(width).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                Wrong($"there are {parser.Count} cells, and {width} columns; put quotes around what holds a "
                    + $"{(parser.Delimiter == "\t" ? "tab" : $"'{parser.Delimiter}'")}.");
                continue;
            }
            var (member, risk) = (Field(0), Field(2));
            if (member.Length == 0 || risk.Length == 0)
            {
                Wrong(member.Length == 0 ? "the member is missing." : "the risk is missing.");
                continue;
            }
            if (Dimension(Field(3)) is not { } dimension)
            {
                Wrong($"'{Shown(Field(3))}' is no dimension; there are likelihood and impact.");
                continue;
            }
            if (!TryScore(Field(4), scale, out var score))
            {
                Wrong($"'{Shown(Field(4))}' is no score; there are {scale.Lowest} to {scale.Highest}, ? for don't "
                    + "know, - for abstain, and nothing for no reply.");
                continue;
            }
            if (!seen.TryAdd((member, risk, dimension), line))
            {
                Wrong($"{Shown(member)} has scored the {Field(3).ToLowerInvariant()} of {Shown(risk)} in line "
                    + $"{seen[(member, risk, dimension)]} already.");
                continue;
            }
            if (knownMembers.Add(member)) members.Add(member);
            if (knownRisks.Add(risk)) risks.Add(risk);
            if (score is { } given) scores[(member, risk, dimension)] = given;
        }
        if (errors.Count == MostErrors && parser.Read())
            errors.Add($"These are the first {MostErrors}; what comes after them was not looked at.");
        return errors.Count > 0
            ? (null, errors)
            : (new ScoreSheet([.. members], [.. risks], scores.ToImmutable()), errors);
    }

    private static bool Same(string name, string column) => name.Equals(column, StringComparison.OrdinalIgnoreCase);

    // Null for too much.
    private static string? Whole(TextReader reader)
    {
        var text = new StringBuilder();
        var piece = new char[64 * 1024];
        int read;
        while ((read = reader.Read(piece)) > 0)
        {
            if (text.Length + read > MostCharacters) return null;
            text.Append(piece, 0, read);
        }
        return text.ToString();
    }

    // The one by which the first line names most columns: in those below, names may hold any of them.
    private static string Delimiter(string text)
    {
        var start = text.TrimStart('\uFEFF', '\r', '\n');
        var end = start.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? start : start[..end];
        return Delimiters.MaxBy(delimiter => header.Split(delimiter)
            .Count(name => Columns.Contains(name.Trim().Trim('"').Trim(), StringComparer.OrdinalIgnoreCase)))!;
    }

    // Where the five columns stand, -1 for a community that is not given.
    private static int[]? Places(CsvParser parser, List<string> errors)
    {
        while (parser.Read() && parser.Record!.All(cell => string.IsNullOrWhiteSpace(cell.Trim('\uFEFF')))) { }
        if (parser.Record is null)
        {
            errors.Add("There is nothing to read; the first line names the columns: " + string.Join(',', Columns));
            return null;
        }
        var header = parser.Record!.Select(name => name.Trim().TrimStart('\uFEFF')).ToList();
        var places = Columns
            .Select(column => header.FindIndex(name => Same(name, column)))
            .ToArray();
        if (Columns.FirstOrDefault(column => header.Count(name => Same(name, column)) > 1) is { } twice)
        {
            errors.Add($"Line {parser.RawRow}: there are two columns {twice}.");
            return null;
        }
        var missing = Columns.Where((column, place) => places[place] < 0 && column != "community").ToList();
        if (missing.Count == 0) return places;
        errors.Add($"Line {parser.RawRow}: no column {string.Join(", ", missing)}; the first line names the columns: "
            + string.Join(',', Columns));
        return null;
    }

    private static RiskDimension? Dimension(string text) => text.ToLowerInvariant() switch
    {
        "likelihood" => RiskDimension.Likelihood,
        "impact" => RiskDimension.Impact,
        _ => null,
    };

    private static bool TryScore(string text, Scale scale, out Score? score)
    {
        score = text switch
        {
            "" => null,
            "?" => Score.DontKnow,
            "-" => Score.Abstained,
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && scale.Has(value)
                ? Score.Of(value)
                : null,
        };
        return score is not null || text.Length == 0;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
