using MeetingBot.Teams.Activities;
using MeetingBot.Teams.Authentication;
using MeetingBot.Teams.Connector;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Teams;

/// <summary>Writes the answers of the endpoint.</summary>
internal static class TeamsResponse
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly ReadOnlyMemory<byte> Done = "{}"u8.ToArray();

    public static Task WriteDoneAsync(HttpContext context) =>
        WriteAsync(context.Response, StatusCodes.Status200OK, Done);

    public static Task WriteAsync(HttpContext context, Denial refusal)
    {
        var headers = context.Response.Headers;
        if (refusal.Status == StatusCodes.Status401Unauthorized) headers.WWWAuthenticate = "Bearer";
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable) headers.RetryAfter = "2";
        return WriteAsync(context.Response, refusal.Status, refusal.Body);
    }

    public static async Task WriteInvokeAsync(HttpContext context, Activity activity, TurnResult result)
    {
        using var body = new PooledBuffer();
        var automatic = CardActions.IsAutomatic(activity);
        if (result.Failure is { } failure)
            InvokeAnswer.WriteError(body, 500, failure.Denial.Code, failure.Words, automatic);
        else
            InvokeAnswer.Write(body, result.Answer, automatic);
        await WriteAsync(context.Response, StatusCodes.Status200OK, body.Written).ConfigureAwait(false);
    }

    public static async Task WriteBadInvokeAsync(HttpContext context, Activity activity, string problem)
    {
        using var body = new PooledBuffer();
        InvokeAnswer.WriteError(body, 400, "BadRequest", problem, CardActions.IsAutomatic(activity));
        await WriteAsync(context.Response, StatusCodes.Status200OK, body.Written).ConfigureAwait(false);
    }

    // A caller who no longer listens is no error: what was done is done.
    private static async Task WriteAsync(HttpResponse response, int status, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = Json;
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body).ConfigureAwait(false);
    }
}
