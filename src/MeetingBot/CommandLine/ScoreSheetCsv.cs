using System.Collections.Immutable;
using System.Globalization;
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
    private const int MostField = 1_000;
    private const int MostErrors = 20;
    private static readonly string[] Columns = ["member", "community", "risk", "dimension", "value"];

    /// <summary>The scores, or what is wrong with which lines.</summary>
    public static (ScoreSheet? Sheet, IReadOnlyList<string> Errors) Read(TextReader text, Scale scale)
    {
        var errors = new List<string>();
        var members = new List<string>();
        var risks = new List<string>();
        var seen = new Dictionary<(string, string, RiskDimension), int>();
        var scores = ImmutableDictionary.CreateBuilder<(string, string, RiskDimension), Score>();
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = MostField,
            BadDataFound = null,
        });
        if (Places(parser, errors) is not { } places) return (null, errors);
        var (knownMembers, knownRisks) = (new HashSet<string>(), new HashSet<string>());
        while (errors.Count < MostErrors && parser.Read())
        {
            if (parser.Record!.All(string.IsNullOrWhiteSpace)) continue;
            string Field(int column) => places[column] is var at && at >= 0 && at < parser.Count ? parser[at].Trim() : "";
            void Wrong(string what) => errors.Add($"Line {parser.RawRow}: {what}");

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
            if (!seen.TryAdd((member, risk, dimension), parser.RawRow))
            {
                Wrong($"{Shown(member)} has scored the {Field(3).ToLowerInvariant()} of {Shown(risk)} in line "
                    + $"{seen[(member, risk, dimension)]} already.");
                continue;
            }
            if (knownMembers.Add(member)) members.Add(member);
            if (knownRisks.Add(risk)) risks.Add(risk);
            if (score is { } given) scores[(member, risk, dimension)] = given;
        }
        return errors.Count > 0
            ? (null, errors)
            : (new ScoreSheet([.. members], [.. risks], scores.ToImmutable()), errors);
    }

    // Where the five columns stand, -1 for a community that is not given.
    private static int[]? Places(CsvParser parser, List<string> errors)
    {
        if (!parser.Read())
        {
            errors.Add("There is nothing to read; the first line names the columns: " + string.Join(',', Columns));
            return null;
        }
        var header = parser.Record!.Select(name => name.Trim().TrimStart('\uFEFF')).ToList();
        var places = Columns
            .Select(column => header.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        var missing = Columns.Where((column, place) => places[place] < 0 && column != "community").ToList();
        if (missing.Count == 0) return places;
        errors.Add($"Line 1: no column {string.Join(", ", missing)}; the first line names the columns: "
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
