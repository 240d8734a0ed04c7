using System.Text;
using MeetingBot.Storage;
using MeetingBot.Tables;
using MeetingBot.Teams;

namespace MeetingBot.Program.Serving;

/// <summary>
/// Whether the process lives, and whether it can work: its store answers, and takes writes if the last one failed.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<TeamsOptions>().Door;
        app.MapGet("/health/live", (RequestDelegate)(context => AnswerAsync(context, 200, "live", null)));
        app.MapGet("/health/ready", (RequestDelegate)(context => ReadyAsync(context, door)));
    }

    private static async Task ReadyAsync(HttpContext context, TeamsDoor door)
    {
        var table = context.RequestServices.GetRequiredService<ITable>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            await table.GetAsync("health", "ready", limit.Token);
            // After a write that failed only a write proves that it works again.
            if (context.RequestServices.GetRequiredService<TableHome>().WriteFailed)
                await table.CommitAsync("health", [new RowChange.Upsert("ready", "{}"u8.ToArray())], limit.Token);
            await AnswerAsync(context, 200, "ready", door);
        }
        catch (Exception error) when (error is TableUnavailableException or OperationCanceledException)
        {
            await AnswerAsync(context, 503, "the store does not answer", door);
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string state, TeamsDoor? door)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var teams = door switch
        {
            null => "",
            TeamsDoor.Open => ",\"teams\":\"open to this machine without credentials (Development)\"",
            TeamsDoor.Closed => ",\"teams\":\"closed\"",
            _ => ",\"teams\":\"authenticated\"",
        };
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"{{\"status\":\"{state}\"{teams}}}")).AsTask();
    }
}
