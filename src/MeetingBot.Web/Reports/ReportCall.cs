using MeetingBot.Risks;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Reports;

/// <summary>Which form of which report a request is for: <c>/report/{token}.pdf?audience=TLP:GREEN</c>.</summary>
/// <param name="Audience">What is stricter is left out; null for all.</param>
internal sealed record ReportCall(string Token, ReportForm Form, Tlp? Audience)
{
    private const int MostToken = 200;

    /// <summary>Null for what can be no address of ours.</summary>
    public static ReportCall? Read(HttpContext context)
    {
        if (context.Request.RouteValues["name"] is not string name) return null;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var token = dot < 0 ? name : name[..dot];
        ReportForm? form = (dot < 0 ? "" : name[dot..]) switch
        {
            "" => ReportForm.Page,
            ".pdf" => ReportForm.Pdf,
            ".md" => ReportForm.Markdown,
            ".json" => ReportForm.Json,
            ".csv" => ReportForm.Csv,
            ".xlsx" => ReportForm.Workbook,
            ".oscal.json" => ReportForm.Oscal,
            _ => null,
        };
        if (form is not { } known || !IsToken(token)) return null;
        var asked = context.Request.Query["audience"].ToString();
        if (asked.Length == 0) return new ReportCall(token, known, null);
        return TlpLabels.Read(asked) is { } audience ? new ReportCall(token, known, audience) : null;
    }

    /// <summary>Whether it can be a token of ours.</summary>
    public static bool IsToken(string token) =>
        token.Length is > 0 and <= MostToken && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>The forms of a report.</summary>
internal enum ReportForm { Page, Pdf, Markdown, Json, Csv, Workbook, Oscal }
