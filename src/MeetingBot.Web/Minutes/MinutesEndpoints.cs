using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Rooms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Minutes;

/// <summary>The minutes pages: by an unguessable link for any group, by number for a room.</summary>
public static class MinutesEndpoints
{
    /// <summary>
    /// Maps <c>GET /minutes/{token}/{number?}</c>, and <c>/{number}.md</c> for the text; whoever holds the link may
    /// read the group's minutes.
    /// </summary>
    public static void MapMinutes(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var resolve = services.GetRequiredService<ResolveMinutesLink>();
        var options = services.GetRequiredService<TurnOptions>();
        var page = services.GetRequiredService<MinutesReply>();
        var hasRooms = services.GetService<LoopbackOnly>() is not null;
        endpoints.MapGet("/minutes/{token}/{number?}", (RequestDelegate)(context => page.ShowAsync(
            context,
            async cancel =>
            {
                var token = (string)context.Request.RouteValues["token"]!;
                if (!IsToken(token) || await resolve(token, cancel) is not { } group) return null;
                return (group, Place(token, hasRooms && LoopbackOnly.Admits(context) ? group : null, options));
            })));
    }

    private static MinutesPlace Place(string token, GroupId? open, TurnOptions options) => new(
        $"/minutes/{token}",
        open is { Platform: RoomName.Platform, Conversation: var room } ? RoomName.Address(room) : null,
        Public: minutes => options.Page(
            "minutes", token, minutes.Number.ToString(CultureInfo.InvariantCulture)));

    private static bool IsToken(string token) =>
        token.Length is > 0 and <= 200 && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
