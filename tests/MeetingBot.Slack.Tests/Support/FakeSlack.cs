using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>
/// A Slack on this machine that refuses what the real one refuses: wrong tokens and content types, missing fields,
/// channels that the bot is not in, and blocks over their limits. What it takes it keeps.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Method, string Body)> _calls = new();
    private readonly ConcurrentDictionary<string, int> _hooks = new(StringComparer.Ordinal);
    private WebApplication _app = null!;
    private volatile TaskCompletionSource _changed = NewSignal();

    public FakeSlack(params FakeWorkspace[] workspaces) =>
        (Workspaces, OAuth, Methods, Files) =
            (workspaces, new FakeOAuth(workspaces), new FakeMethods(workspaces, this), new FakeFiles(workspaces, this));

    public IReadOnlyList<FakeWorkspace> Workspaces { get; }

    public FakeOAuth OAuth { get; }

    public FakeMethods Methods { get; }

    public FakeFiles Files { get; }

    /// <summary>Every call of a method, in order.</summary>
    public IReadOnlyList<(string Method, string Body)> Calls => [.. _calls];

    /// <summary>Asked for each call: what befalls it.</summary>
    public Func<string, FakeFailure?> Failing { get; set; } = _ => null;

    /// <summary>What was posted to response_urls, by the order.</summary>
    public ConcurrentQueue<JsonNode> Shown { get; } = new();

    /// <summary>The same with the response_url that it was posted to.</summary>
    public ConcurrentQueue<(string Url, JsonNode Body)> ShownAt { get; } = new();

    /// <summary>What a real Slack would have refused.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <summary>Ends when Slack is called the next time.</summary>
    public Task Changed => _changed.Task;

    public Uri Address => _app.Address();

    public Uri ApiUrl => new(Address, "api/");

    public static async Task<FakeSlack> StartAsync(params FakeWorkspace[] workspaces)
    {
        var slack = new FakeSlack(workspaces);
        slack._app = await Loopback.StartAsync(_ => { }, app =>
        {
            app.Use(async (_, next) =>
            {
                await next();
                slack.Tell();
            });
            app.MapPost("/api/{method}", (RequestDelegate)slack.CallAsync);
            app.MapPost("/hooks/{id}", (RequestDelegate)slack.HookAsync);
            slack.Files.Map(app);
            app.MapPost("/upload/{id}", (RequestDelegate)slack.UploadAsync);
        });
        return slack;
    }

    /// <summary>An address that takes five answers.</summary>
    public string ResponseUrl() => new Uri(Address, $"hooks/{Guid.NewGuid():N}").AbsoluteUri;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Tell() => Interlocked.Exchange(ref _changed, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task CallAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        var body = Encoding.UTF8.GetString(await BodyAsync(context.Request));
        _calls.Enqueue((method, body));
        if (Failing(method) is { } failure)
        {
            await FailAsync(context, failure);
            return;
        }
        var type = context.Request.ContentType ?? "";
        var fields = Fields(type, body);
        var token = context.Request.Headers.Authorization.ToString();
        var answer = fields is null ? Error("invalid_post_type")
            : method == "oauth.v2.access" ? await OAuth.AnswerAsync(token, fields)
            : !token.StartsWith("Bearer ", StringComparison.Ordinal) ? Error("not_authed")
            : Methods.Answer(method, token["Bearer ".Length..], fields, type.StartsWith("application/json", StringComparison.Ordinal));
        if (answer["error"] is { } error)
            Problems.Enqueue($"{method}: {error} {answer["detail"]}");
        var limited = (string?)answer["error"] == "ratelimited";
        if (limited) context.Response.Headers.RetryAfter = "1";
        context.Response.StatusCode = limited ? 429 : 200;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private async Task HookAsync(HttpContext context)
    {
        var body = await BodyAsync(context.Request);
        if (_hooks.AddOrUpdate((string)context.Request.RouteValues["id"]!, 1, (_, used) => used + 1) > 5)
        {
            context.Response.StatusCode = 404;
            return;
        }
        if (context.Request.Headers.Authorization.Count > 0) Problems.Enqueue("a token was sent to a response_url");
        if (Methods.PicturesFail && JsonDocument.Parse(body).RootElement.TryGetProperty("blocks", out var blocks)
            && FakeMethods.HasPicture(blocks))
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("invalid_blocks");
            return;
        }
        Shown.Enqueue(JsonNode.Parse(body)!);
        ShownAt.Enqueue((new Uri(Address, context.Request.Path).AbsoluteUri, JsonNode.Parse(body)!));
        await context.Response.WriteAsync("ok");
    }

    private async Task UploadAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var length = (await BodyAsync(context.Request)).Length;
        if (!Methods.Put(id, length)) context.Response.StatusCode = 400;
        await context.Response.WriteAsync($"OK - {length}");
    }

    private static async Task FailAsync(HttpContext context, FakeFailure failure)
    {
        if (failure.Status < 0) await Task.Delay(Timeout.Infinite, context.RequestAborted);
        if (failure.Status == 0)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = failure.Status;
        if (failure.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json; charset=utf-8";
        if (failure.Error is { } error) await context.Response.WriteAsync(Error(error).ToJsonString());
    }

    public static JsonObject Error(string error, string? detail = null) =>
        new()
        {
            ["ok"] = false, ["error"] = error, ["detail"] = detail,
            ["response_metadata"] = detail is null ? null : new JsonObject { ["messages"] = new JsonArray($"[ERROR] {detail}") },
        };

    private static JsonElement? Fields(string type, string body)
    {
        if (type == "application/json; charset=utf-8") return JsonDocument.Parse(body).RootElement;
        if (type != "application/x-www-form-urlencoded") return null;
        var form = new JsonObject();
        foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(body))
            form[name] = value.ToString();
        return JsonDocument.Parse(form.ToJsonString()).RootElement;
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
