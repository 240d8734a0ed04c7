using System.CommandLine;
using System.Text;
using MeetingBot.Risks;
using MeetingBot.Risks.Report;
using MeetingBot.Web.Reports;

namespace MeetingBot.Program.CommandLine;

/// <summary><c>risk export --format csv|oscal|xlsx [--audience TLP:GREEN] &lt; assessment.json</c>: for other
/// programs.</summary>
internal static class RiskExportVerb
{
    public static Command Make()
    {
        var format = new Option<string>("--format") { Description = "csv, oscal or xlsx", DefaultValueFactory = _ =>
            "csv" };
        format.AcceptOnlyFromAmong("csv", "oscal", "xlsx");
        var audience = new Option<string?>("--audience")
        {
            Description = "Leaves out what is stricter: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED",
        };
        var export = new Command(
            "export",
            "Writes the assessment on standard input, which is JSON as /report/….json gives it, as CSV, OSCAL or a "
                + "workbook.")
        {
            format, audience,
        };
        export.SetAction(async (parsed, cancel) =>
        {
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            return await RunAsync(
                input, output, Console.Error, parsed.GetValue(format)!, parsed.GetValue(audience), cancel);
        });
        return export;
    }

    /// <summary>0, or 1 or 2 where nothing is written.</summary>
    internal static async Task<int> RunAsync(
        Stream input, Stream output, TextWriter errors, string format, string? audience, CancellationToken cancel)
    {
        Tlp? seen = null;
        if (audience is not null && (seen = TlpLabels.Read(audience)) is null)
        {
            await errors.WriteLineAsync($"'{audience}' is no label; for example TLP:GREEN.");
            return 2;
        }
        var (document, problem) = AssessmentJson.Read(await RiskReportVerb.BytesAsync(input, cancel));
        if (document is null)
        {
            await errors.WriteLineAsync(problem);
            return 1;
        }
        if (seen is { } only) document = document.For(only);
        var written = format switch
        {
            "xlsx" => await AssessmentWorkbook.WriteAsync(document, cancel),
            "oscal" => Encoding.UTF8.GetBytes(OscalRisks.Write(document) + "\n"),
            _ => Encoding.UTF8.GetBytes(AssessmentCsv.Write(document)),
        };
        await output.WriteAsync(written, cancel);
        return 0;
    }
}
