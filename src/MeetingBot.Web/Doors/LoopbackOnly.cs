using MeetingBot.Conversations;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MeetingBot.Web.Doors;

/// <summary>
/// Stands before every endpoint of the open room: whoever is not on this machine is refused in words.
/// </summary>
public sealed class LoopbackOnly(PageReply reply)
{
    private const string Foreign =
        "This is open to this machine only, and the form was sent by a page from elsewhere.";

    public RequestDelegate Guard(RequestDelegate next) => context =>
        Refusal(context) is { } refusal
            ? reply.SayAsync(context, StatusCodes.Status403Forbidden, refusal)
            : next(context);

    /// <summary>Whether the caller would be let in.</summary>
    public static bool Admits(HttpContext context) => Refusal(context) is null;

    private static string? Refusal(HttpContext context)
    {
        var request = context.Request;
        var origins = request.Headers.Origin;
        return LoopbackCaller.Refusal(
            context.Connection.RemoteIpAddress,
            request.Headers.Host.ToString(),
            request.Headers.ContainsKey(HeaderNames.Origin) ? origins.ToString() : null,
            request.Headers.Keys,
            request.Protocol)
            ?? (IsForeignPost(request) ? Foreign : null);
    }

    // Where a browser names no origin, it still says this (Fetch Metadata, W3C). A link from elsewhere may lead here.
    private static bool IsForeignPost(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && OwnPage.IsForeign(request);
}
