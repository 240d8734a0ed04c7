using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary><c>GET /</c> and <c>/room/{name}</c>: the room, or first the question who it is.</summary>
public sealed class ShowRoom(RoomReply rooms, PageReply reply, AnswerShelf shelf)
{
    public Task HandleAsync(HttpContext context)
    {
        var call = RoomCall.Read(context);
        if (call.Room is not { } room)
            return reply.SayAsync(context, StatusCodes.Status404NotFound,
                "There is no such room: a name is 1 to 40 small letters, digits and hyphens.");
        if (call.Person is { } person)
        {
            var answered = shelf.Find(context.Request.Query["answered"].ToString(), person);
            return rooms.ShowAsync(context, room, person, answered);
        }
        var asked = context.Request.Query.ContainsKey("as");
        return reply.WriteAsync<SignInPage>(context, StatusCodes.Status200OK,
            (nameof(SignInPage.Room), room),
            (nameof(SignInPage.Typed), call.Typed.Length <= 200 ? call.Typed : ""),
            (nameof(SignInPage.Complaint), asked ? call.Complaint : null));
    }
}
