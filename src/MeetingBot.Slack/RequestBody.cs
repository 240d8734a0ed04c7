using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace MeetingBot.Slack;

/// <summary>Reads the body of a request as it is, at most 1 MiB: the signature is over these bytes.</summary>
internal static class RequestBody
{
    public const int MaxLength = 1 << 20;

    /// <summary>
    /// Anybody may begin to send: who then drips is cut off. Slack itself gives up after three seconds.
    /// </summary>
    public static readonly MinDataRate Slowest = new(64 * 1024, TimeSpan.FromSeconds(5));

    /// <summary>The bytes, or null where they are too many.</summary>
    /// <exception cref="IOException">The caller went away.</exception>
    public static async ValueTask<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxLength) return null;
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = Slowest;
        // Not bound to the caller's going away: that ends the reading by itself, and a read given up stays open.
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            var body = result.Buffer;
            if (body.Length > MaxLength)
            {
                reader.AdvanceTo(body.End);
                return null;
            }
            if (!result.IsCompleted)
            {
                reader.AdvanceTo(body.Start, body.End);
                continue;
            }
            var bytes = body.ToArray();
            reader.AdvanceTo(body.End);
            return bytes;
        }
    }
}
