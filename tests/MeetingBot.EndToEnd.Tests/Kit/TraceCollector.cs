using System.Text;
using MeetingBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>Takes what is exported by OTLP over HTTP, on a loopback port, and keeps the bytes of the traces.</summary>
public sealed class TraceCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly MemoryStream traces = new();

    private TraceCollector(WebApplication app, string address) => (this.app, Address) = (app, address);

    public string Address { get; }

    /// <summary>All that was exported of traces until now, as text: protobuf writes strings as they are.</summary>
    public string Traces
    {
        get { lock (traces) return Encoding.UTF8.GetString(traces.ToArray()); }
    }

    public static async Task<TraceCollector> StartAsync()
    {
        var address = $"http://127.0.0.1:{Loopback.FreePort()}";
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        var collector = new TraceCollector(builder.Build(), address);
        collector.app.Run(collector.TakeAsync);
        await collector.app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await traces.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (context.Request.Path != "/v1/traces") return;
        lock (traces) traces.Write(body.ToArray());
    }
}
