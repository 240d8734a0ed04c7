using System.Text.Json.Nodes;

namespace MeetingBot.Teams.Support;

/// <summary>Builds activities for tests: a message that is right, with single fields set otherwise.</summary>
internal static class SampleActivity
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string BotId = "28:bot";
    public const string ServiceUrl = "http://127.0.0.1:9/connector";

    public static JsonObject Message(string text = "hello", string conversationType = "personal") => new()
    {
        ["type"] = "message",
        ["id"] = "1485983408511",
        ["timestamp"] = "2026-02-01T21:10:07.437Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:ada", ["name"] = "Ada" },
        ["conversation"] = new JsonObject
        {
            ["id"] = "a:conversation", ["conversationType"] = conversationType, ["tenantId"] = Tenant,
        },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "MeetingBot" },
        ["textFormat"] = "plain",
        ["text"] = text,
    };

    public static JsonObject Invoke(string trigger = "manual", JsonNode? data = null)
    {
        var invoke = Message();
        invoke.Remove("text");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = "1485983408000";
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "agenda next",
                ["data"] = data ?? new JsonObject { ["item"] = "3" },
            },
            ["trigger"] = trigger,
        };
        return invoke;
    }

    public static JsonObject Mention(string id, string? name, string text) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["text"] = text,
    };

    public static JsonObject With(this JsonObject activity, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var parent = activity;
        foreach (var name in names[..^1])
        {
            parent[name] ??= new JsonObject();
            parent = parent[name]!.AsObject();
        }
        parent[names[^1]] = value;
        return activity;
    }

    public static JsonObject Without(this JsonObject activity, string path)
    {
        var names = path.Split('.');
        var parent = activity;
        foreach (var name in names[..^1]) parent = parent[name]!.AsObject();
        parent.Remove(names[^1]);
        return activity;
    }
}
