using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Calendars;

/// <summary>Which calendar a request is for, as its address ends: <c>token.ics</c> or <c>token/3.ics</c>.</summary>
/// <param name="Meeting">Null for all meetings.</param>
internal sealed record CalendarCall(string Token, int? Meeting)
{
    private const string Ending = ".ics";
    private const int MostToken = 64;

    /// <summary>Null for what is no such address.</summary>
    public static CalendarCall? Read(HttpContext context)
    {
        var token = (string)context.Request.RouteValues["token"]!;
        if (context.Request.RouteValues["file"] is not string file)
            return WithoutEnding(token) is { } alone && IsToken(alone) ? new CalendarCall(alone, null) : null;
        return IsToken(token) && int.TryParse(
            WithoutEnding(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CalendarCall(token, number)
            : null;
    }

    private static string? WithoutEnding(string name) =>
        name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : null;

    private static bool IsToken(string token) =>
        token.Length is > 0 and <= MostToken && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
