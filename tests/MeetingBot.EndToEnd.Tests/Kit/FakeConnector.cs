using System.Globalization;
using MeetingBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>
/// The side of Teams that takes the bot's messages, on a loopback port. It keeps what it took, can fail as the test
/// says, and can be stopped and started again on its port.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private WebApplication? app;
    private int ids;

    private FakeConnector(int port) => Port = port;

    public int Port { get; }

    public string ServiceUrl => $"http://127.0.0.1:{Port}/";

    /// <summary>The messages that were taken, in order.</summary>
    public Recording<ConnectorCall> Taken { get; } = new();

    /// <summary>What the others were answered, in order.</summary>
    public Recording<ConnectorAnswer> Failed { get; } = new();

    /// <summary>Decides for each call; at first every message is taken.</summary>
    public Func<ConnectorAnswer> Plan { get; set; } = () => ConnectorAnswer.Taken;

    /// <summary>Who is in every conversation of several, as its list of members tells; nobody at first.</summary>
    public IReadOnlyList<string> People { get; set; } = [];

    public static async Task<FakeConnector> StartAsync()
    {
        var connector = new FakeConnector(Loopback.FreePort());
        await connector.StartAgainAsync();
        return connector;
    }

    /// <summary>Starts it on its port after <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(ServiceUrl);
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
    }

    /// <summary>Stops it; its port refuses connections then.</summary>
    public async Task StopAsync()
    {
        if (app is null) return;
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Waits for the reply to a message.</summary>
    public Task<ConnectorCall> ReplyAsync(string conversation, string messageId) => Taken.WaitAsync(
        call => call.Method == "POST" && call.Conversation == conversation && call.ActivityId == messageId,
        TimeSpan.FromSeconds(60),
        () => $"the reply to {messageId}");

    /// <summary>Waits for the replies to all of these messages.</summary>
    public async Task RepliesAsync(IEnumerable<string> messageIds, TimeSpan limit)
    {
        var missing = messageIds.ToHashSet();
        if (missing.Count == 0) return;
        await Taken.WaitAsync(
            call => call.ActivityId is { } id && missing.Remove(id) && missing.Count == 0,
            limit,
            () => $"replies to {missing.Count} messages, such as {string.Join(", ", missing.Order().Take(10))}");
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var answer = Plan();
        if (answer is not ConnectorAnswer.Taken) Failed.Add(answer);
        switch (answer)
        {
            case ConnectorAnswer.Taken: await TakeAsync(context); break;
            case ConnectorAnswer.Cut: context.Abort(); break;
            case ConnectorAnswer.Never: await GoneAsync(context); break;
            case ConnectorAnswer.Throttled:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                break;
            default: context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; break;
        }
    }

    private static Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    private async Task TakeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        context.Response.ContentType = "application/json";
        if (context.Request.Method == "GET" && context.Request.Path.Value!.EndsWith("/pagedmembers", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(new
            {
                members = People.Select(who => new { id = "29:" + who, name = who, userRole = "user" }),
                continuationToken = (string?)null,
            });
            return;
        }
        if (ConnectorCall.Read(context.Request.Method, path, body.ToArray()) is { } call) Taken.Add(call);
        var id = context.Request.Path == "/v3/conversations"
            ? ConnectorCall.PersonalOf(body.ToArray())
            : "sent-" + Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }
}
