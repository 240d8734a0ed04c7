using MeetingBot.Conversations;
using MeetingBot.Web.Minutes;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary><c>GET /room/{name}/minutes</c>, <c>…/minutes/{number}</c> and <c>…/minutes/{number}.md</c>.</summary>
public sealed class ShowRoomMinutes(MinutesReply minutes)
{
    public Task HandleAsync(HttpContext context)
    {
        var call = RoomCall.Read(context);
        if (call.Room is not { } room) return minutes.NotFoundAsync(context);
        var name = call.Person?.Name;
        var place = new MinutesPlace(
            RoomName.Address(room, below: "/minutes"), RoomName.Address(room, name),
            name is null ? "" : $"?as={Uri.EscapeDataString(name)}");
        return minutes.ShowAsync(
            context,
            _ => ValueTask.FromResult<(GroupId, MinutesPlace)?>((RoomName.Conversation(room).Group, place)));
    }
}
