using System.CommandLine;
using System.Text;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Program.CommandLine;

/// <summary>
/// <c>risk stats [--matrix iso|nist] [--format json] &lt; scores.csv</c>: what scores come to; <c>risk report</c> and
/// <c>risk export</c>.
/// </summary>
internal static class RiskVerb
{
    public static Command Make()
    {
        var matrix = new Option<string>("--matrix")
        {
            Description = "Which table gives the level: iso or nist", DefaultValueFactory = _ => "iso",
        };
        matrix.AcceptOnlyFromAmong("iso", "nist");
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var stats = new Command(
            "stats", "Compares the scores on standard input: CSV with member,community,risk,dimension,value.")
        {
            matrix, format,
        };
        stats.SetAction(parsed => Compare(
            parsed.GetValue(matrix) == "nist" ? RiskMatrices.Nist : RiskMatrices.Iso,
            parsed.GetValue(format) == "json"));
        return new Command("risk", "Tools for risk scores.") { stats, RiskReportVerb.Make(), RiskExportVerb.Make() };
    }

    private static int Compare(RiskMatrix matrix, bool json)
    {
        using var input = new StreamReader(
            Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            var (sheet, errors) = ScoreSheetCsv.Read(input, Scale.Five);
            if (sheet is null)
            {
                foreach (var error in errors) Console.Error.WriteLine(error);
                return 1;
            }
            var statistics = RiskStatistics.Of(sheet, matrix, Scale.Five);
            Console.WriteLine(json ? RiskStatsJson.Write(statistics) : RiskStatsText.Write(statistics));
            return 0;
        }
        catch (DecoderFallbackException)
        {
            Console.Error.WriteLine("The scores are not UTF-8.");
            return 1;
        }
        catch (CsvHelper.MaxFieldSizeException problem)
        {
            Console.Error.WriteLine($"Line {problem.Context?.Parser?.RawRow}: a cell has over "
                + $"{ScoreSheetCsv.MostField} characters; perhaps a quote is never closed.");
            return 1;
        }
        catch (CsvHelper.CsvHelperException problem)
        {
            Console.Error.WriteLine($"Line {problem.Context?.Parser?.RawRow}: this is no CSV that I can read.");
            return 1;
        }
    }
}
