using MeetingBot.Times;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// The time zone of a visitor's browser, which its script tells with every request by a cookie. It comes from outside:
/// what is no zone of the rules that the bot brings along is as if nothing was told.
/// </summary>
internal static class VisitorZone
{
    /// <summary>The name of the cookie; <c>telling-zone.js</c> sets it, escaped as a part of an address is.</summary>
    public const string Cookie = "zone";

    private const int MostWritten = 200;

    /// <summary>The IANA name; null where none was told, or none that is known.</summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 and <= MostWritten } told ? ZoneRules.Canonical(told) : null;
}
