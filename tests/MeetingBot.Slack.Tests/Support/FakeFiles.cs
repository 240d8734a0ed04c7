using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>
/// The files that people have uploaded. Who brings no token of the workspace is sent to sign in, as by the real one, and
/// a token that may not read files is shown the page for it in place of the file.
/// </summary>
internal sealed class FakeFiles(FakeWorkspace[] workspaces, FakeSlack slack)
{
    private readonly ConcurrentDictionary<string, (string Team, JsonObject Told, byte[] Content)> _files = new();
    private int _counter;

    /// <summary>What is answered in place of a file; null for the file.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>The token may read no files.</summary>
    public bool Withheld { get; set; }

    /// <summary>Changes what is told of a file that is asked about.</summary>
    public Action<JsonNode>? Told { get; set; }

    /// <summary>How often a file was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Somebody uploads a file: the file object, as an event has it.</summary>
    public JsonObject Upload(string name, byte[] content, string team = "T1", string type = "text/plain")
    {
        var id = $"F0{Interlocked.Increment(ref _counter)}";
        var told = new JsonObject
        {
            ["id"] = id, ["name"] = name, ["title"] = name, ["mimetype"] = type, ["filetype"] = "text",
            ["mode"] = "hosted", ["is_external"] = false, ["size"] = content.Length,
            ["url_private"] = new Uri(slack.Address, $"files-pri/{id}/file").AbsoluteUri,
            ["url_private_download"] = new Uri(slack.Address, $"files-pri/{id}/download").AbsoluteUri,
        };
        _files[id] = (team, told, content);
        return told.DeepClone().AsObject();
    }

    /// <summary>What Slack tells of a file that lies in another workspace, or of any in some events.</summary>
    public static JsonObject Untold(JsonObject told) =>
        new() { ["id"] = (string)told["id"]!, ["mode"] = "file_access", ["file_access"] = "check_file_info" };

    public void Map(WebApplication app) => app.MapGet("/files-pri/{id}/{kind}", (RequestDelegate)GetAsync);

    /// <summary><c>files.info</c>.</summary>
    public JsonObject Info(FakeWorkspace workspace, string? id)
    {
        if (Withheld) return FakeSlack.Error("missing_scope");
        if (id is null || !_files.TryGetValue(id, out var file) || file.Team != workspace.Team)
            return FakeSlack.Error("file_not_found");
        var told = file.Told.DeepClone();
        Told?.Invoke(told);
        return new JsonObject { ["ok"] = true, ["file"] = told };
    }

    private async Task GetAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        Asked.Enqueue($"{context.Request.RouteValues["kind"]} {context.Request.Headers.Authorization}");
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (!_files.TryGetValue(id, out var file)) context.Response.StatusCode = 404;
        else if (Array.Find(workspaces, known => known.Token == token)?.Team != file.Team)
            context.Response.Redirect(new Uri(slack.Address, "signin").AbsoluteUri);
        else if (Withheld)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync("<!DOCTYPE html><title>Sign in</title>");
        }
        else
        {
            context.Response.ContentType = (string)file.Told["mimetype"]!;
            await context.Response.Body.WriteAsync(file.Content);
        }
    }
}
