using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Web.Minutes;

/// <summary>The minutes pages: by an unguessable link for any group, by number for a room.</summary>
public static class MinutesEndpoints
{
    /// <summary>
    /// Maps <c>GET /minutes/{token}/{number?}</c>; whoever holds the link may read the group's minutes.
    /// </summary>
    public static void MapMinutes(this IEndpointRouteBuilder endpoints)
    {
        var resolve = endpoints.ServiceProvider.GetRequiredService<ResolveMinutesLink>();
        var page = endpoints.ServiceProvider.GetRequiredService<MinutesReply>();
        endpoints.MapGet("/minutes/{token}/{number?}", (RequestDelegate)(context => page.ShowAsync(
            context,
            async cancel =>
            {
                var token = (string)context.Request.RouteValues["token"]!;
                return IsToken(token) ? await resolve(token, cancel) : null;
            },
            Number(context.Request.RouteValues["number"] as string))));
    }

    // A number that is none leads to no meeting, not to the last one.
    private static int? Number(string? text) => text is null
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsToken(string token) =>
        token.Length is > 0 and <= 200 && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
