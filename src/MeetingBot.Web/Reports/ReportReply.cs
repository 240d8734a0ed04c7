using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Risks.Report;
using MeetingBot.Tables;
using MeetingBot.Web.Pages;
using MeetingBot.Web.Reports.Printing;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Reports;

/// <summary>Answers with a report in the form that was asked for, or says why there is none.</summary>
public sealed class ReportReply(
    FindReport find, PageReply reply, ReportHtml html, PdfPrinter printer, TurnOptions options)
{
    public async Task ShowAsync(HttpContext context)
    {
        try
        {
            if (ReportCall.Read(context) is not { } call
                || await find(call.Token, context.RequestAborted) is not { } found)
            {
                await reply.SayAsync(context, StatusCodes.Status404NotFound, "There is no report here.");
                return;
            }
            await WriteAsync(context, call, call.Audience is { } audience ? found.For(audience) : found);
        }
        catch (TableUnavailableException)
        {
            await reply.SayAsync(context, StatusCodes.Status503ServiceUnavailable,
                "The store does not answer just now. Nothing is lost: please try again in a moment.");
        }
    }

    private Task WriteAsync(HttpContext context, ReportCall call, AssessmentDocument document) => call.Form switch
    {
        ReportForm.Pdf => PrintAsync(context, call, document),
        ReportForm.Markdown => FileAsync(
            context, document, "md", "text/markdown; charset=utf-8",
            Encoding.UTF8.GetBytes(
                ReportMarkdown.Write(RiskReport.Of(document), options.Page("report", call.Token)))),
        ReportForm.Json => FileAsync(
            context, document, "json", "application/json; charset=utf-8", AssessmentJson.Write(document)),
        ReportForm.Csv => FileAsync(
            context, document, "csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(AssessmentCsv.Write(document))),
        ReportForm.Workbook => WorkbookAsync(context, document),
        ReportForm.Oscal => FileAsync(
            context, document, "oscal.json", "application/json; charset=utf-8",
            Encoding.UTF8.GetBytes(OscalRisks.Write(document))),
        _ => reply.WriteAsync<ReportPage>(
            context, StatusCodes.Status200OK, (nameof(ReportPage.Report), RiskReport.Of(document)),
            (nameof(ReportPage.Place), Place(context, call))),
    };

    private static async Task WorkbookAsync(HttpContext context, AssessmentDocument document) => await FileAsync(
        context, document, "xlsx", AssessmentWorkbook.ContentType,
        await AssessmentWorkbook.WriteAsync(document, context.RequestAborted));

    private async Task PrintAsync(HttpContext context, ReportCall call, AssessmentDocument document)
    {
        if (HttpMethods.IsHead(context.Request.Method) && printer.CanPrint)
        {
            // To say that it is there, it need not be printed.
            PageHeaders.Apply(context.Response);
            context.Response.ContentType = "application/pdf";
            return;
        }
        try
        {
            var pdf = await printer.PrintAsync(await html.WriteAsync(document), context.RequestAborted);
            await FileAsync(context, document, "pdf", "application/pdf", pdf);
        }
        catch (PdfException problem)
        {
            if (problem.MayTryAgain) context.Response.Headers.RetryAfter = "30";
            var page = options.Page("report", call.Token)?.AbsoluteUri ?? $"/report/{call.Token}";
            await reply.SayAsync(
                context, StatusCodes.Status503ServiceUnavailable,
                $"{problem.Message} The same report is a page, made for print: {page}");
        }
    }

    private static Task FileAsync(
        HttpContext context, AssessmentDocument document, string ending, string type, byte[] bytes)
    {
        PageHeaders.Apply(context.Response);
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.ContentDisposition =
            $"inline; filename=\"{ReportFacts.FileName(document, ending)}\"";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static ReportPlace Place(HttpContext context, ReportCall call) => new(
        $"/report/{call.Token}", call.Audience is null ? "" : context.Request.QueryString.Value ?? "");
}
