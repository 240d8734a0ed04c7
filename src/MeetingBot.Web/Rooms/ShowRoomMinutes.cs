using System.Globalization;
using MeetingBot.Web.Minutes;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Rooms;

/// <summary><c>GET /room/{name}/minutes</c> and <c>…/minutes/{number}</c>.</summary>
public sealed class ShowRoomMinutes(MinutesReply minutes, PageReply reply)
{
    public Task HandleAsync(HttpContext context)
    {
        var number = context.Request.RouteValues["number"] as string;
        var meeting = 0;
        var isNumber = number is null
            || (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out meeting) && meeting > 0);
        return RoomCall.Read(context).Room is { } room && isNumber
            ? minutes.ShowAsync(context, RoomName.Conversation(room).Group, number is null ? null : meeting)
            : reply.SayAsync(context, StatusCodes.Status404NotFound, "There are no minutes here.");
    }
}
