using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>The other side of the Activity protocol: takes what the bot sends, in order.</summary>
internal sealed class LoopbackConnector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<JsonNode> sent = Channel.CreateUnbounded<JsonNode>();
    private readonly WebApplication app;
    private int ids;

    private LoopbackConnector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://{IPAddress.Loopback}:0");
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public string ServiceUrl =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/connector";

    public static async Task<LoopbackConnector> StartAsync()
    {
        var connector = new LoopbackConnector();
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The text of the next message that has those words.</summary>
    public async Task<string> WaitAsync(string words)
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var activity in sent.Reader.ReadAllAsync(limit.Token))
            if (activity["text"]?.GetValue<string>() is { } text && text.Contains(words, StringComparison.Ordinal)) return text;
        throw new InvalidOperationException("The connector has stopped.");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (context.Request.Method is "POST" or "PUT" && await JsonNode.ParseAsync(context.Request.Body) is { } activity)
            sent.Writer.TryWrite(activity);
        context.Response.StatusCode = context.Request.Method == "POST" ? 201 : 200;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = $"sent-{Interlocked.Increment(ref ids)}" });
    }
}
