using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// What every form of a room goes through: the room, the person, the form's token, and trouble in words.
/// </summary>
public sealed partial class RoomForm(
    FormDoor forms, RoomReply rooms, PageReply reply, RoomOptions options, ILogger<RoomForm> log)
{
    public async Task HandleAsync(HttpContext context, Func<Sent, Task> handle)
    {
        var call = RoomCall.Read(context);
        if (call is not { Room: { } room, Person: { } person })
        {
            await reply.SayAsync(context, StatusCodes.Status400BadRequest, call.Complaint ?? "There is no such room.");
            return;
        }
        var form = await forms.ReadAsync(context);
        var sent = new Sent(context, room, person, form, RoomCall.FormId(form["form"], options));
        if (form.Refusal is { } refusal)
        {
            await RefuseAsync(sent, form.Status, refusal);
            return;
        }
        try
        {
            await handle(sent);
        }
        catch (TableUnavailableException)
        {
            await RefuseAsync(sent, StatusCodes.Status503ServiceUnavailable, RoomReply.Unavailable);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            Failed(log, ErrorWithoutWords.Of(error));
            await RefuseAsync(sent, StatusCodes.Status500InternalServerError, RoomReply.Failed);
        }
    }

    [LoggerMessage(301, LogLevel.Error, "A form of a room failed: {Error}")]
    private static partial void Failed(ILogger log, string error);

    /// <summary>Says what did not work, with the typed line back in its box.</summary>
    public Task RefuseAsync(Sent sent, int status, string text)
    {
        var draft = sent.Form["text"] is { Length: > 0 } typed ? new RoomDraft(typed, sent.FormId) : null;
        return rooms.RefuseAsync(sent.Context, sent.Room, sent.Person, status, text, draft);
    }

    /// <summary>One sending of a form.</summary>
    public sealed record Sent(HttpContext Context, string Room, Person Person, PostedForm Form, string FormId)
    {
        public string Page => RoomName.Address(Room, Person.Name);
    }
}
