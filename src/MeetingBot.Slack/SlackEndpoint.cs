using System.Text;
using MeetingBot.Slack.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack;

/// <summary>
/// The addresses under <c>/slack</c>: reads the body, admits it by its signature, and only then looks at it.
/// </summary>
/// <param name="door">Null where nothing is let in.</param>
internal sealed class SlackEndpoint(SlackDoor? door, SlackOptions options, TimeProvider time, ILogger logger)
{
    private readonly RequestSignature? _signature =
        options.SigningSecret is { Length: > 0 } secret ? new RequestSignature(secret) : null;

    /// <param name="take">What becomes of an admitted body.</param>
    public async Task HandleAsync(
        HttpContext context, Func<SlackDoor, ReadOnlyMemory<byte>, ValueTask<Acknowledgement>> take)
    {
        var (body, refused) = await AdmitAsync(context.Request).ConfigureAwait(false);
        if (refused is not null) await RefuseAsync(context, refused).ConfigureAwait(false);
        if (body is null) return;

        var answer = await take(door!, body).ConfigureAwait(false);
        if (answer.Denial is { } denial) await RefuseAsync(context, denial).ConfigureAwait(false);
        else await WriteAsync(context.Response, StatusCodes.Status200OK, answer.Body).ConfigureAwait(false);
    }

    // Who goes away while sending gets no answer, and is no error of ours.
    private async ValueTask<(byte[]? Body, Denial? Refused)> AdmitAsync(HttpRequest request)
    {
        if (_signature is null || door is null) return (null, Denial.Closed);
        var timestamp = request.Headers[RequestSignature.TimestampHeader];
        var signature = request.Headers[RequestSignature.Header];
        if (timestamp.Count != 1 || signature.Count != 1) return (null, Denial.Unauthorized);
        try
        {
            var body = await RequestBody.ReadAsync(request).ConfigureAwait(false);
            if (body is null) return (null, Denial.TooLarge);
            return _signature.Admits(timestamp, signature, body, time.GetUtcNow())
                ? (body, null)
                : (null, Denial.Unauthorized);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == Denial.TooLarge.Status ? Denial.TooLarge : Denial.BadSyntax);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return (null, null);
        }
    }

    private Task RefuseAsync(HttpContext context, Denial denial)
    {
        Log.Refused(logger, denial.Status, denial.Code);
        if (denial.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "2";
        var body = $$$"""{"error":{"code":"{{{denial.Code}}}","message":"{{{denial.Message}}}"}}""";
        return WriteAsync(context.Response, denial.Status, Encoding.UTF8.GetBytes(body));
    }

    private static async Task WriteAsync(HttpResponse response, int status, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentLength = body.Length;
        if (body.IsEmpty) return;
        response.ContentType = "application/json; charset=utf-8";
        await response.BodyWriter.WriteAsync(body).ConfigureAwait(false);
    }
}
