using System.Buffers;
using MeetingBot.Teams.Activities;
using MeetingBot.Teams.Authentication;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Teams;

/// <summary>Reads the body of a request into an activity: JSON in UTF-8, at most 1 MiB.</summary>
internal static class ActivityBody
{
    public const int MaxLength = 1 << 20;

    /// <summary>Why the headers promise no activity; a page elsewhere can't send this content type.</summary>
    public static Denial? Check(HttpRequest request)
    {
        if (!IsJson(request.ContentType)) return Denial.NotJson;
        return request.ContentLength > MaxLength ? Denial.TooLarge : null;
    }

    /// <exception cref="IOException">The caller went away.</exception>
    public static async ValueTask<(Activity? Activity, Denial? Denial)> ReadAsync(HttpRequest request)
    {
        // Not bound to the caller's going away: that ends the reading by itself, and a read given up stays open.
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            var body = result.Buffer;
            if (body.Length > MaxLength)
            {
                reader.AdvanceTo(body.End);
                return (null, Denial.TooLarge);
            }
            if (!result.IsCompleted)
            {
                reader.AdvanceTo(body.Start, body.End);
                continue;
            }
            var activity = Parse(body);
            reader.AdvanceTo(body.End);
            return activity is null ? (null, Denial.NotAnActivity) : (activity, null);
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment) return ActivityJson.Parse(body.FirstSpan);

        var bytes = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(bytes);
            return ActivityJson.Parse(bytes.AsSpan(0, (int)body.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static bool IsJson(string? contentType)
    {
        if (contentType is null) return false;
        if (contentType is "application/json" or "application/json; charset=utf-8") return true;
        return Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue
                || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
