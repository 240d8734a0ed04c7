using System.CommandLine;
using System.Text;
using MeetingBot.Program.Risks;
using MeetingBot.Risks.Report;

namespace MeetingBot.Program.CommandLine;

/// <summary>Reads an assessment from its JSON export, or says what is wrong with it.</summary>
internal delegate (AssessmentDocument? Document, string? Problem) ReadAssessment(ReadOnlyMemory<byte> utf8);

/// <summary><c>risk export --format csv|oscal|xlsx &lt; assessment.json</c>: the risks for another program.</summary>
internal static class RiskExportVerb
{
    private const int MostBytes = 32 << 20;

    public static Command Make(ReadAssessment read)
    {
        var format = new Option<string>("--format") { Description = "csv, oscal or xlsx", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "oscal", "xlsx");
        var export = new Command(
            "export", "Writes the assessment on standard input (its JSON export) as CSV, OSCAL or a workbook.") { format };
        export.SetAction(async (parsed, cancel) =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            return await RunAsync(input, output, Console.Error, parsed.GetValue(format)!, read, cancel);
        });
        return export;
    }

    /// <summary>0, or 1 where there is nothing to write.</summary>
    internal static async Task<int> RunAsync(
        Stream input, Stream output, TextWriter errors, string format, ReadAssessment read, CancellationToken cancel)
    {
        if (await BytesAsync(input, cancel) is not { } bytes)
        {
            await errors.WriteLineAsync("The input is larger than an assessment can be.");
            return 1;
        }
        var (document, problem) = read(bytes);
        if (document is null)
        {
            await errors.WriteLineAsync(problem ?? "This is no assessment.");
            return 1;
        }
        // A workbook is written in one go: who reads on standard output may be slow.
        using var written = new MemoryStream();
        if (format == "xlsx") await AssessmentWorkbook.WriteAsync(document, written, cancel);
        else written.Write(Encoding.UTF8.GetBytes(format == "oscal" ? OscalRisks.Write(document) + "\n" : AssessmentCsv.Write(document)));
        written.Position = 0;
        await written.CopyToAsync(output, cancel);
        return 0;
    }

    private static async Task<byte[]?> BytesAsync(Stream input, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var part = new byte[81_920];
        while (await input.ReadAsync(part, cancel) is > 0 and var length)
        {
            if (read.Length + length > MostBytes) return null;
            read.Write(part, 0, length);
        }
        return read.ToArray();
    }
}
