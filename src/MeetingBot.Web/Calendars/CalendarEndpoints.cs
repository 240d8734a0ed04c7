using MeetingBot.Meetings.Feeds;
using MeetingBot.Web.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MeetingBot.Web.Calendars;

/// <summary>Calendars to subscribe to and meetings to fetch, each by an unguessable address.</summary>
public static class CalendarEndpoints
{
    /// <summary>
    /// Maps <c>GET /calendar/{token}.ics</c> and <c>/calendar/{token}/{number}.ics</c>. Expects <c>ViewCalendar</c> as
    /// a service.
    /// </summary>
    public static void MapCalendars(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var clock = services.GetRequiredService<IClock>();
        var reply = new CalendarReply(services.GetRequiredService<ViewCalendar>(), new AddressGate(clock), clock);
        endpoints.MapMethods(
            "/calendar/{token}/{file?}", [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)reply.ShowAsync);
    }
}
