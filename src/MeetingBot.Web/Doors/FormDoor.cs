using MeetingBot.Conversations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Doors;

/// <summary>Reads posted forms: bounded, and only from our own pages.</summary>
public sealed class FormDoor(IAntiforgery antiforgery)
{
    /// <summary>
    /// Most bytes of a form: more than the largest file allowed, of which each byte may be written as three, and so
    /// than the longest text, so that a longer one is told in words.
    /// </summary>
    public const int MaxBytes = (3 * AttachedFile.MostBytes) + (1024 * 1024);

    /// <summary>The response header with a new token, for a page that outlived the keys of its own.</summary>
    public const string NewTokenHeader = "X-Form-Token";

    /// <summary>The token that this visitor's forms carry; sets its cookie when there is none yet.</summary>
    public string Token(HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken!;

    public async Task<PostedForm> ReadAsync(HttpContext context)
    {
        var form = await FormBody.ReadAsync(context, MaxBytes);
        if (form.Refusal is not null || await antiforgery.IsRequestValidAsync(context)) return form;

        context.Response.Headers[NewTokenHeader] = Token(context);
        return form with
        {
            Status = StatusCodes.Status403Forbidden,
            Refusal = "This page is older than the server it talks to. Nothing was saved: please send it again.",
        };
    }
}
