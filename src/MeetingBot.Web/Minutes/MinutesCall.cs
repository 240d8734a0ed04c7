using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Minutes;

/// <summary>Which minutes a request is for, as its address ends: <c>3</c>, <c>3.md</c> or nothing.</summary>
/// <param name="Number">Null for the current or last meeting.</param>
/// <param name="Markdown">As text, not as a page.</param>
internal sealed record MinutesCall(int? Number, bool Markdown)
{
    private const string Ending = ".md";

    public static MinutesCall Read(HttpContext context)
    {
        if (context.Request.RouteValues["number"] is not string text) return new MinutesCall(null, false);
        var markdown = text.EndsWith(Ending, StringComparison.Ordinal);
        var digits = markdown ? text.AsSpan(0, text.Length - Ending.Length) : text;
        // A number that is none leads to no meeting, not to the last one.
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new MinutesCall(number, markdown)
            : new MinutesCall(0, markdown);
    }
}
