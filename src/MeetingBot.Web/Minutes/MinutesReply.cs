using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Tables;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Minutes;

/// <summary>Answers with a meeting's minutes, as a page or as Markdown, or says why there are none.</summary>
public sealed class MinutesReply(ViewMinutes view, PageReply reply)
{
    /// <param name="find">The group that the link leads to, and where its minutes are read.</param>
    public async Task ShowAsync(
        HttpContext context, Func<CancellationToken, ValueTask<(GroupId Group, MinutesPlace Place)?>> find)
    {
        var cancel = context.RequestAborted;
        var asked = MinutesCall.Read(context);
        try
        {
            if (await find(cancel) is not (var group, var place)
                || await view(group, asked.Number, cancel) is not { } minutes)
                await NotFoundAsync(context);
            else if (asked.Markdown)
                await WriteMarkdownAsync(context, minutes, place);
            else
                await reply.WriteAsync<MinutesPage>(
                    context, StatusCodes.Status200OK,
                    (nameof(MinutesPage.Minutes), minutes), (nameof(MinutesPage.Place), place));
        }
        catch (TableUnavailableException)
        {
            await reply.SayAsync(context, StatusCodes.Status503ServiceUnavailable,
                "The store does not answer just now. Nothing is lost: please try again in a moment.");
        }
    }

    public Task NotFoundAsync(HttpContext context) =>
        reply.SayAsync(context, StatusCodes.Status404NotFound, "There are no minutes here.");

    // As it is posted, but whole however long it is.
    private static Task WriteMarkdownAsync(HttpContext context, MinutesDocument minutes, MinutesPlace place)
    {
        PageHeaders.Apply(context.Response);
        context.Response.ContentType = "text/markdown; charset=utf-8";
        context.Response.Headers.ContentDisposition =
            string.Create(CultureInfo.InvariantCulture, $"inline; filename=\"minutes-{minutes.Number}.md\"");
        return context.Response.WriteAsync(
            MinutesMarkdown.Write(minutes, place.Public?.Invoke(minutes)), context.RequestAborted);
    }
}
