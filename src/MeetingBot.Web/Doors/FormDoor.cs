using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace MeetingBot.Web.Doors;

/// <summary>Reads posted forms: bounded, and only from our own pages.</summary>
public sealed class FormDoor(IAntiforgery antiforgery)
{
    /// <summary>
    /// Most bytes of a form: more than the longest text allowed, so that a longer one is told in words.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The response header with a new token, for a page that outlived the keys of its own.</summary>
    public const string NewTokenHeader = "X-Form-Token";

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 100,
        KeyLengthLimit = 200,
        ValueLengthLimit = MaxBytes,
        BufferBody = false,
    };

    /// <summary>The token that this visitor's forms carry; sets its cookie when there is none yet.</summary>
    public string Token(HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken!;

    public async Task<PostedForm> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentType!.StartsWith("multipart", Sniff))
            return PostedForm.Refused(StatusCodes.Status415UnsupportedMediaType, "Only a form can be sent here.");
        if (!IsUtf8(context.Request.ContentType!))
            return PostedForm.Refused(StatusCodes.Status415UnsupportedMediaType, "Only a form in UTF-8 can be sent here.");
        if (await TryReadAsync(context) is not { } form)
            return PostedForm.Refused(StatusCodes.Status413PayloadTooLarge, "That is more than can be sent at once.");
        if (await antiforgery.IsRequestValidAsync(context)) return new PostedForm(form);

        context.Response.Headers[NewTokenHeader] = Token(context);
        return new PostedForm(form, StatusCodes.Status403Forbidden,
            "This page is older than the server it talks to. Nothing was saved: please send it again.");
    }

    // The reader throws at an encoding that is not supported any more, such as UTF-7.
    private static bool IsUtf8(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", Sniff));

    private const StringComparison Sniff = StringComparison.OrdinalIgnoreCase;

    private static async Task<IFormCollection?> TryReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaxBytes;
        var feature = new FormFeature(context.Request, Limits);
        try
        {
            var form = await feature.ReadFormAsync(context.RequestAborted);
            context.Features.Set<IFormFeature>(feature);
            return form;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
