using System.Net.ServerSentEvents;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary><c>GET /room/{name}/events</c>: the server-sent events that keep an open page up to date.</summary>
public sealed class StreamRoom(
    RoomFeed feed, RoomHub hub, FormDoor forms, PageReply reply, IClock clock, IHostApplicationLifetime lifetime)
{
    public async Task HandleAsync(HttpContext context)
    {
        var call = RoomCall.Read(context);
        if (call is not { Room: { } room, Person: { } person })
        {
            await reply.SayAsync(context, StatusCodes.Status400BadRequest, call.Complaint ?? "There is no such room.");
            return;
        }
        using var listener = hub.Listen(room);
        if (listener is null)
        {
            await reply.SayAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many pages are open.");
            return;
        }
        var drawing = new RoomDrawing(room, person, "UTC", clock.GetCurrentInstant(), forms.Token(context));
        PageHeaders.Apply(context.Response);
        context.Response.ContentType = "text/event-stream";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            var events = feed.ReadAsync(drawing, Mark(context.Request), listener, end.Token);
            await SseFormatter.WriteAsync(events, context.Response.Body, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was closed, or the service stops: the script comes back by itself.
        }
    }

    private static RoomMark Mark(HttpRequest request) =>
        RoomMark.Parse(
            request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : request.Query["after"].ToString());
}
