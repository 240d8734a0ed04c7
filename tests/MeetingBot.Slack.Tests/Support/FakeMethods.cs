using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>The methods of the Web API, as strict as Slack's own pages say.</summary>
internal sealed class FakeMethods(FakeWorkspace[] workspaces, FakeSlack slack)
{
    private const int MembersAtOnce = 2;

    private readonly Lock _gate = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly Dictionary<string, (string Name, int Length, bool Put)> _files = [];
    private int _counter;

    /// <summary>Whether a channel takes one message a second only, as the real one does.</summary>
    public bool KeepsPace { get; set; }

    /// <summary>Whether no picture can be fetched, as where the service has no address in the internet.</summary>
    public bool PicturesFail { get; set; }

    public static bool HasPicture(JsonElement blocks) =>
        blocks.EnumerateArray().Any(block => block.GetProperty("type").GetString() == "image");

    private string? Unfetched(JsonElement blocks) => PicturesFail && HasPicture(blocks)
        ? "downloading image failed [json-pointer:/blocks/0/image_url]"
        : null;

    private string? OfView(JsonElement view, string type) =>
        BlockRules.OfView(view, type) ?? Unfetched(view.GetProperty("blocks"));

    /// <summary>The messages that stand, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get { lock (_gate) return [.. _messages]; }
    }

    /// <summary>The views that were opened, with their triggers.</summary>
    public List<(string Trigger, JsonNode View)> Views { get; } = [];

    /// <summary>The Home tabs as they stand, by workspace and user.</summary>
    public ConcurrentDictionary<(string Team, string User), FakeHome> Homes { get; } = new();

    /// <summary>The names of files that were shown in a channel.</summary>
    public List<(string Name, string Channel)> Shared { get; } = [];

    public JsonObject Answer(string method, string token, JsonElement? fields, bool json)
    {
        lock (_gate)
        {
            var (workspace, error) = Array.Find(workspaces, known => known.Token == token) is { } known
                ? (known, "")
                : slack.OAuth.Find(token);
            if (workspace is null) return FakeSlack.Error(error);
            if (json && (method is "users.info" or "conversations.members" or "files.info" or "files.getUploadURLExternal"))
                return FakeSlack.Error("invalid_arguments", "takes no JSON");
            string? Field(string name) => fields is { } all && all.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            return method switch
            {
                "auth.test" => Ok(
                    ("team_id", workspace.Team), ("team", $"Works of {workspace.Team}"), ("user_id", workspace.Bot)),
                "users.info" => User(workspace, Field("user")),
                "conversations.members" => Members(workspace, Field("channel"), Field("limit"), Field("cursor")),
                "conversations.open" => Open(workspace, Field("users")),
                "chat.postMessage" => Post(workspace, fields, Field, only: null),
                "chat.postEphemeral" => Post(workspace, fields, Field, Field("user") ?? ""),
                "chat.update" => Update(workspace, fields, Field),
                "chat.delete" => Delete(workspace, Field),
                "views.open" => View(fields, Field("trigger_id")),
                "views.update" => UpdateView(fields, Field("view_id")),
                "views.publish" => Publish(workspace, fields, Field("user_id"), Field("hash")),
                "files.info" => slack.Files.Info(workspace, Field("file")),
                "files.getUploadURLExternal" => UploadUrl(Field("filename"), Field("length")),
                "files.completeUploadExternal" => Complete(workspace, fields, Field("channel_id")),
                _ => FakeSlack.Error("unknown_method"),
            };
        }
    }

    public bool Put(string id, int length)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(id, out var file) || file.Length != length) return false;
            _files[id] = file with { Put = true };
            return true;
        }
    }

    private static JsonObject User(FakeWorkspace workspace, string? user) =>
        user is null || !workspace.Users.TryGetValue(user, out var known)
            ? FakeSlack.Error("user_not_found")
            : known.Untold is { } error ? FakeSlack.Error(error)
            : new JsonObject
            {
                ["ok"] = true,
                ["user"] = new JsonObject
                {
                    ["id"] = user,
                    ["deleted"] = known.Deactivated,
                    ["tz"] = known.Zone,
                    ["profile"] = new JsonObject { ["display_name"] = known.Name },
                },
            };

    // In pages of at most two, so that there is more than one.
    private static JsonObject Members(FakeWorkspace workspace, string? channel, string? limit, string? cursor)
    {
        if (channel is null || !workspace.Channels.TryGetValue(channel, out var known)
            || !known.Members.Contains(workspace.Bot))
            return FakeSlack.Error("channel_not_found");
        if (!int.TryParse(limit, out var most) || most is < 1 or > 1000) return FakeSlack.Error("invalid_limit");
        var from = 0;
        if (cursor is { Length: > 0 } && !(cursor.StartsWith("c=", StringComparison.Ordinal) && int.TryParse(cursor[2..], out from)))
            return FakeSlack.Error("invalid_cursor");
        var page = known.Members.Order(StringComparer.Ordinal).Skip(from).Take(Math.Min(most, MembersAtOnce)).ToList();
        var next = from + page.Count < known.Members.Count ? $"c={from + page.Count}" : "";
        return new JsonObject
        {
            ["ok"] = true,
            ["members"] = new JsonArray([.. page.Select(member => (JsonNode)member)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    private static JsonObject Open(FakeWorkspace workspace, string? user)
    {
        if (user is null || !workspace.Users.TryGetValue(user, out var known)) return FakeSlack.Error("user_not_found");
        if (known.Chat is { } refused) return FakeSlack.Error(refused);
        var channel = $"D{user[1..]}";
        workspace.Channels.TryAdd(channel, new FakeConversation([user, workspace.Bot]));
        return new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = channel } };
    }

    private JsonObject Post(FakeWorkspace workspace, JsonElement? fields, Func<string, string?> field, string? only)
    {
        if (Wrong(workspace, fields, field, out var channel) is { } wrong) return wrong;
        if (only is not null && !channel.Members.Contains(only)) return FakeSlack.Error("user_not_in_channel");
        var now = DateTimeOffset.UtcNow;
        if (KeepsPace && only is null && now - channel.Last < TimeSpan.FromSeconds(0.95))
            return FakeSlack.Error("ratelimited");
        if (only is null) channel.Last = now;
        var ts = string.Create(CultureInfo.InvariantCulture, $"1700000000.{++_counter:D6}");
        _messages.Add(new FakeMessage(workspace.Team, field("channel")!, ts, field("text")!, Blocks(fields))
        {
            Thread = field("thread_ts"), Only = only,
        });
        return Ok(("channel", field("channel")!), ("ts", ts));
    }

    private JsonObject Update(FakeWorkspace workspace, JsonElement? fields, Func<string, string?> field)
    {
        if (Wrong(workspace, fields, field, out _) is { } wrong) return wrong;
        var at = Find(workspace, field);
        if (at < 0) return FakeSlack.Error("message_not_found");
        _messages[at] = _messages[at] with
        {
            Text = field("text")!, Blocks = Blocks(fields), Edits = _messages[at].Edits + 1,
        };
        return Ok(("channel", field("channel")!), ("ts", field("ts")!));
    }

    private JsonObject Delete(FakeWorkspace workspace, Func<string, string?> field)
    {
        var at = Find(workspace, field);
        if (at < 0) return FakeSlack.Error("message_not_found");
        _messages.RemoveAt(at);
        return Ok();
    }

    private int Find(FakeWorkspace workspace, Func<string, string?> field) => _messages.FindIndex(message =>
        (message.Team, message.Channel, message.Ts) == (workspace.Team, field("channel"), field("ts")));

    private JsonObject? Wrong(
        FakeWorkspace workspace, JsonElement? fields, Func<string, string?> field, out FakeConversation channel)
    {
        channel = null!;
        if (field("channel") is not { } id || !workspace.Channels.TryGetValue(id, out channel!))
            return FakeSlack.Error("channel_not_found");
        if (!channel.Members.Contains(workspace.Bot)) return FakeSlack.Error("not_in_channel");
        if (channel.Archived) return FakeSlack.Error("is_archived");
        if (string.IsNullOrEmpty(field("text"))) return FakeSlack.Error("no_text");
        if (field("text")!.Length > 4_000) slack.Problems.Enqueue("a text over 4,000 characters");
        return fields!.Value.TryGetProperty("blocks", out var blocks) && (BlockRules.Problem(blocks, 50) ?? Unfetched(blocks)) is { } problem
            ? FakeSlack.Error("invalid_blocks", problem)
            : null;
    }

    private JsonObject View(JsonElement? fields, string? trigger)
    {
        if (string.IsNullOrEmpty(trigger)) return FakeSlack.Error("invalid_trigger_id");
        if (Views.Exists(known => known.Trigger == trigger)) return FakeSlack.Error("exchanged_trigger_id");
        var view = fields!.Value.GetProperty("view");
        if (OfView(view, "modal") is { } problem) return FakeSlack.Error("invalid_arguments", problem);
        Views.Add((trigger, JsonNode.Parse(view.GetRawText())!));
        return Ok();
    }

    private JsonObject UpdateView(JsonElement? fields, string? id)
    {
        var at = Views.FindIndex(known => $"V{known.Trigger}" == id);
        if (at < 0) return FakeSlack.Error("not_found");
        var view = fields!.Value.GetProperty("view");
        if (OfView(view, "modal") is { } problem) return FakeSlack.Error("invalid_arguments", problem);
        Views[at] = (Views[at].Trigger, JsonNode.Parse(view.GetRawText())!);
        return Ok();
    }

    private JsonObject Publish(FakeWorkspace workspace, JsonElement? fields, string? user, string? hash)
    {
        if (user is null || !workspace.Users.ContainsKey(user)) return FakeSlack.Error("user_not_found");
        var view = fields!.Value.GetProperty("view");
        if (OfView(view, "home") is { } problem) return FakeSlack.Error("invalid_arguments", problem);
        var before = Homes.GetValueOrDefault((workspace.Team, user));
        if (hash is not null && hash != before?.Hash) return FakeSlack.Error("hash_conflict");
        var home = new FakeHome($"156772938.{++_counter}", view.GetRawText(), (before?.Published ?? 0) + 1);
        Homes[(workspace.Team, user)] = home;
        var answer = Ok();
        answer["view"] = new JsonObject { ["id"] = $"VHOME{user}", ["type"] = "home", ["hash"] = home.Hash };
        return answer;
    }

    private JsonObject UploadUrl(string? name, string? length)
    {
        if (name is null || !int.TryParse(length, CultureInfo.InvariantCulture, out var bytes) || bytes <= 0)
            return FakeSlack.Error("invalid_arguments");
        var id = $"F{++_counter}";
        _files[id] = (name, bytes, false);
        return Ok(("file_id", id), ("upload_url", new Uri(slack.Address, $"upload/{id}").AbsoluteUri));
    }

    private JsonObject Complete(FakeWorkspace workspace, JsonElement? fields, string? channel)
    {
        if (channel is null || !workspace.Channels.ContainsKey(channel)) return FakeSlack.Error("channel_not_found");
        foreach (var file in fields!.Value.GetProperty("files").EnumerateArray())
        {
            if (!_files.TryGetValue(file.GetProperty("id").GetString()!, out var known) || !known.Put)
                return FakeSlack.Error("file_not_found");
            Shared.Add((known.Name, channel));
        }
        return Ok();
    }

    private static string Blocks(JsonElement? fields) =>
        fields!.Value.TryGetProperty("blocks", out var blocks) ? blocks.GetRawText() : "";

    private static JsonObject Ok(params (string Name, string Value)[] fields)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields) answer[name] = value;
        return answer;
    }
}
