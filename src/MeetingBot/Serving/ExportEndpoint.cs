using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Program.Serving;

/// <summary>Everything of a group as JSON, for who holds the address that <c>/export</c> gave.</summary>
internal static class ExportEndpoint
{
    public static void MapExport(this WebApplication app) =>
        app.MapGet("/export/{token}", (RequestDelegate)ExportAsync);

    private static async Task ExportAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            if (context.Response.HasStarted)
            {
                // Half an export must not look like a whole one.
                context.Abort();
                return;
            }
            context.Response.Clear();
            context.Response.StatusCode = error is TableUnavailableException
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync("The export can't be made just now. Open the address again in a moment.");
        }
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var table = context.RequestServices.GetRequiredService<ITable>();
        var now = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        var token = context.Request.RouteValues["token"] as string ?? "";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await PageLinks.FindAsync(table, token, "export", now, context.RequestAborted) is not { } link)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"meetingbot-export.json\"";
        var output = context.Response.BodyWriter;
        var mayShow = await PollExport.RuleAsync(table, link.Group, context.RequestAborted);
        await GroupExport.WriteAsync(
            table, link.Group, now, mayShow, output, async () =>
                await output.FlushAsync(context.RequestAborted), context.RequestAborted);
    }
}
