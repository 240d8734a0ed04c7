using MeetingBot.Calendars;
using MeetingBot.Web.Guests;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace MeetingBot.Web.Ballots;

/// <summary><c>GET /ballot/{token}/meeting.ics</c>: the time that the poll has found, as a file.</summary>
public sealed class FetchMeeting(BallotDoor door, GuestDoor guests, IClock clock)
{
    public Task HandleAsync(HttpContext context) => door.EnterAsync(context, async ballot =>
    {
        if (ballot.Meeting is not { } meeting)
        {
            await guests.RefuseAsync(
                context, StatusCodes.Status404NotFound, "no time is decided", "There is no time for a calendar here.");
            return;
        }
        var response = context.Response;
        var file = CalendarSerializer.Serialize(meeting, clock.GetCurrentInstant());
        PageHeaders.Apply(response);
        response.ContentType = CalendarSerializer.ContentType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = "attachment; filename=\"meeting.ics\"";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(file, context.RequestAborted);
    });
}
