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
            return PostedForm.Refused(
                StatusCodes.Status415UnsupportedMediaType, "Only a form in UTF-8 can be sent here.");
        var (form, status) = await TryReadAsync(context);
        if (form is null)
        {
            return PostedForm.Refused(status, status == StatusCodes.Status413PayloadTooLarge
                ? "That is more than can be sent at once."
                : "That form can't be read. Nothing was saved: please reload the page and send it again.");
        }
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

    /// <returns>The form, or the status that says why there is none.</returns>
    private static async Task<(IFormCollection? Form, int Status)> TryReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes) return (null, StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaxBytes;
        var feature = new FormFeature(context.Request, Limits);
        try
        {
            var form = await feature.ReadFormAsync(context.RequestAborted);
            context.Features.Set<IFormFeature>(feature);
            return (form, StatusCodes.Status200OK);
        }
        catch (InvalidDataException e)
        {
            // A limit that was passed has no cause; what can't be decoded has that of the decoder.
            return (null, e.InnerException is null
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode);
        }
    }
}
