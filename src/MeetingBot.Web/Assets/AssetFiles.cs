using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MeetingBot.Web.Assets;

/// <summary>The stylesheet, the scripts and the icon: embedded in the assembly, served under <c>/assets</c>.</summary>
public static class AssetFiles
{
    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "site.css", "text/css; charset=utf-8");
        Map(endpoints, "report.css", "text/css; charset=utf-8");
        Map(endpoints, "room.js", "text/javascript; charset=utf-8");
        Map(endpoints, "clocks.js", "text/javascript; charset=utf-8");
        Map(endpoints, "giving-file.js", "text/javascript; charset=utf-8");
        Map(endpoints, "replacing.js", "text/javascript; charset=utf-8");
        Map(endpoints, "scrolling.js", "text/javascript; charset=utf-8");
        Map(endpoints, "telling-zone.js", "text/javascript; charset=utf-8");
        Map(endpoints, "zone.js", "text/javascript; charset=utf-8");
        Map(endpoints, "icon.svg", "image/svg+xml");
    }

    /// <summary>One of the files, for a page that holds everything itself.</summary>
    internal static ReadOnlySpan<byte> Read(string name) => Asset.Load(name).Bytes.Span;

    private static void Map(IEndpointRouteBuilder endpoints, string name, string contentType)
    {
        var file = new Lazy<Asset>(() => Asset.Load(name));
        endpoints.MapMethods($"/assets/{name}", [HttpMethods.Get, HttpMethods.Head],
            (RequestDelegate)(context => WriteAsync(context, file.Value, contentType)));
    }

    private static Task WriteAsync(HttpContext context, Asset file, string contentType)
    {
        var headers = context.Response.Headers;
        headers.ETag = file.ETag;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch == file.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.ContentType = contentType;
        context.Response.ContentLength = file.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }

    private sealed record Asset(ReadOnlyMemory<byte> Bytes, string ETag)
    {
        public static Asset Load(string name)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The assembly holds no {name}.");
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            return new Asset(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
        }
    }
}
