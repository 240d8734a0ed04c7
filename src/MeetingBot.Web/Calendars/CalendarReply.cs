using System.Security.Cryptography;
using MeetingBot.Calendars;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Tables;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Calendars;

/// <summary>
/// Answers with a calendar, or that it is as it was. The address alone admits: calendar programs can't sign in.
/// </summary>
internal sealed class CalendarReply(ViewCalendar view, AddressGate gate, IClock clock)
{
    private const string Nothing = "There is no calendar here.";

    public async Task ShowAsync(HttpContext context)
    {
        PageHeaders.Apply(context.Response);
        if (CalendarCall.Read(context) is not { } call)
        {
            await SayAsync(context, StatusCodes.Status404NotFound, Nothing);
            return;
        }
        var caller = context.Connection.RemoteIpAddress;
        var admission = gate.Admit(call.Token, caller);
        if (admission == Admission.Refused)
        {
            context.Response.Headers.RetryAfter = "60";
            await SayAsync(context, StatusCodes.Status429TooManyRequests, "Please ask less often.");
            return;
        }
        try
        {
            if (await view(call.Token, call.Meeting, context.RequestAborted) is { } calendar)
            {
                gate.Found(call.Token, caller, admission);
                await WriteAsync(context, call, calendar);
                return;
            }
            // A meeting that is not there says nothing of the feed, which may be as good as before.
            if (call.Meeting is null) gate.Missed(call.Token);
            await SayAsync(context, StatusCodes.Status404NotFound, Nothing);
        }
        catch (TableUnavailableException)
        {
            context.Response.Headers.RetryAfter = "60";
            await SayAsync(context, StatusCodes.Status503ServiceUnavailable, "The store does not answer just now.");
        }
    }

    private async Task WriteAsync(HttpContext context, CalendarCall call, Calendar calendar)
    {
        var response = context.Response;
        var tag = Tag(calendar);
        response.Headers.ETag = tag;
        // Kept by the program that asked, and asked for again before it is shown.
        response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.SelectMany(Tags).Any(known => known == tag || known == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var file = CalendarSerializer.Serialize(calendar, clock.GetCurrentInstant());
        response.ContentType = CalendarSerializer.ContentType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = call.Meeting is { } number
            ? FormattableString.Invariant($"attachment; filename=\"meeting-{number}.ics\"")
            : "inline; filename=\"meetings.ics\"";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(file, context.RequestAborted);
    }

    // Weak: the stamp, which is the moment of writing, is not what a calendar tells.
    private static string Tag(Calendar calendar)
    {
        var file = CalendarSerializer.Serialize(calendar, NodaConstants.UnixEpoch);
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12))}\"";
    }

    private static IEnumerable<string> Tags(string? header) =>
        (header ?? "").Split(',', 20, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag is "*" || tag.StartsWith("W/", StringComparison.Ordinal) ? tag : "W/" + tag);

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(text, context.RequestAborted);
    }
}
