using System.Globalization;
using MeetingBot.Risks.Report;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace MeetingBot.Web.Reports;

/// <summary>
/// Writes an assessment as a workbook: a sheet a topic, its names of columns frozen, no merged cell, and no cell that
/// is run.
/// </summary>
public static class AssessmentWorkbook
{
    /// <summary>More does not fit into a cell.</summary>
    private const int MostCell = 32_000;
    private const double Width = 18;
    private const double Wide = 60;

    /// <summary>What workbooks are said to be.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file, made in memory.</summary>
    public static async Task<byte[]> WriteAsync(AssessmentDocument document, CancellationToken cancel)
    {
        using var written = new MemoryStream();
        await WriteAsync(document, written, cancel);
        return written.ToArray();
    }

    private static async Task WriteAsync(AssessmentDocument document, Stream to, CancellationToken cancel)
    {
        var spreadsheet = await Spreadsheet.CreateNewAsync(to, null, cancel);
        await using (spreadsheet.ConfigureAwait(false))
        {
            var head = spreadsheet.AddStyle(new Style { Font = { Bold = true } });
            var text = spreadsheet.AddStyle(new Style
            {
                Alignment = { WrapText = true, Vertical = VerticalAlignment.Top },
            });
            foreach (var sheet in AssessmentSheets.Of(document))
            {
                await spreadsheet.StartWorksheetAsync(sheet.Name, Options(sheet), cancel);
                await spreadsheet.AddRowAsync([.. sheet.Headers.Select(name => new StyledCell(name, head))], cancel);
                foreach (var row in sheet.Rows)
                    await spreadsheet.AddRowAsync([.. row.Select(cell => Cell(cell, text))], cancel);
            }
            await spreadsheet.FinishAsync(cancel);
        }
    }

    private static WorksheetOptions Options(ExportSheet sheet)
    {
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var column = 0; column < sheet.Headers.Length; column++)
            options.Column(column + 1).Width = sheet.Rows.Any(row => row[column].Length > Wide) ? Wide : Width;
        return options;
    }

    private static StyledCell Cell(string text, StyleId style) =>
        text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit)
            ? new StyledCell(int.Parse(text, CultureInfo.InvariantCulture), style)
            : new StyledCell(SheetText.Cell(text.Length > MostCell ? text[..MostCell] : text), style);
}
