using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Minutes;

/// <summary>Answers with a minutes page, or says why there is none.</summary>
public sealed class MinutesReply(ViewMinutes view, PageReply reply)
{
    /// <param name="find">The group that the link leads to.</param>
    /// <param name="meeting">Null for the current or last one.</param>
    public Task ShowAsync(HttpContext context, Func<CancellationToken, ValueTask<GroupId?>> find, int? meeting) =>
        ShowAsync(context, async cancel =>
            await find(cancel) is { } group ? await view(group, meeting, cancel) : null);

    /// <param name="meeting">Null for the current or last one.</param>
    public Task ShowAsync(HttpContext context, GroupId group, int? meeting) =>
        ShowAsync(context, cancel => view(group, meeting, cancel));

    private async Task ShowAsync(HttpContext context, Func<CancellationToken, ValueTask<MinutesDocument?>> read)
    {
        try
        {
            if (await read(context.RequestAborted) is { } minutes)
                await reply.WriteAsync<MinutesPage>(
                    context, StatusCodes.Status200OK, (nameof(MinutesPage.Minutes), minutes));
            else
                await reply.SayAsync(context, StatusCodes.Status404NotFound, "There are no minutes here.");
        }
        catch (TableUnavailableException)
        {
            await reply.SayAsync(context, StatusCodes.Status503ServiceUnavailable,
                "The store does not answer just now. Nothing is lost: please try again in a moment.");
        }
    }
}
