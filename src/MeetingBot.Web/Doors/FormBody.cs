using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace MeetingBot.Web.Doors;

/// <summary>Reads the body of a posted form, bounded. Where it comes from is another's to check.</summary>
public static class FormBody
{
    private const StringComparison Sniff = StringComparison.OrdinalIgnoreCase;

    /// <param name="most">Most bytes of it.</param>
    public static async Task<PostedForm> ReadAsync(HttpContext context, int most)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentType!.StartsWith("multipart", Sniff))
            return PostedForm.Refused(StatusCodes.Status415UnsupportedMediaType, "Only a form can be sent here.");
        if (!IsUtf8(context.Request.ContentType!))
            return PostedForm.Refused(
                StatusCodes.Status415UnsupportedMediaType, "Only a form in UTF-8 can be sent here.");
        var (form, status) = await TryReadAsync(context, most);
        return form is not null
            ? new PostedForm(form)
            : PostedForm.Refused(status, status == StatusCodes.Status413PayloadTooLarge
                ? "That is more than can be sent at once."
                : "That form can't be read. Nothing was saved: please reload the page and send it again.");
    }

    // The reader throws at an encoding that is not supported any more, such as UTF-7.
    private static bool IsUtf8(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", Sniff));

    /// <returns>The form, or the status that says why there is none.</returns>
    private static async Task<(IFormCollection? Form, int Status)> TryReadAsync(
        HttpContext context, int most)
    {
        if (context.Request.ContentLength > most) return (null, StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        var limits = new FormOptions
        {
            ValueCountLimit = 100, KeyLengthLimit = 200, ValueLengthLimit = most, BufferBody = false,
        };
        var feature = new FormFeature(context.Request, limits);
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
