using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.Testing;

/// <summary>What becomes of a request at a <see cref="FaultyProxy"/>.</summary>
public enum Fault
{
    /// <summary>It is passed on, and the answer back.</summary>
    None,

    /// <summary>It is answered 503 and not passed on.</summary>
    Busy,

    /// <summary>Its connection is cut before it is passed on.</summary>
    Cut,

    /// <summary>It is passed on and done, but its connection is cut instead of an answer.</summary>
    LostAnswer,
}

/// <summary>A proxy on loopback that stands before a server and fails as the test says.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();
    private readonly Uri target;
    private int requests;

    private FaultyProxy(Uri target)
    {
        this.target = target;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        app = builder.Build();
        app.Run(PassAsync);
    }

    /// <summary>Decides for each request, by its method and path; at first nothing fails.</summary>
    public Func<HttpRequest, Fault> Plan { get; set; } = _ => Fault.None;

    /// <summary>Requests so far, failed ones too.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>The proxy's address with the target's path.</summary>
    public Uri Endpoint => new(
        new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        target.AbsolutePath);

    public static async Task<FaultyProxy> StartAsync(Uri target)
    {
        var proxy = new FaultyProxy(target);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var fault = Plan(context.Request);
        if (fault is Fault.Busy) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (fault is Fault.Cut) context.Abort();
        if (fault is Fault.Busy or Fault.Cut) return;

        using var answer = await client.SendAsync(await CopyAsync(context.Request));
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (fault is Fault.LostAnswer)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
                context.Response.Headers[name] = values.ToArray();
        if (body.Length > 0) await context.Response.Body.WriteAsync(body);
    }

    private async Task<HttpRequestMessage> CopyAsync(HttpRequest request)
    {
        var raw = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var copy = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(target, raw));
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length > 0) copy.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in request.Headers)
        {
            if (name is "Host" or "Content-Length") continue;
            if (!copy.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                copy.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        return copy;
    }
}
