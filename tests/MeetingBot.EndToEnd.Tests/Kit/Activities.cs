using System.Text.Json.Nodes;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>Activities as Teams sends them from a group chat.</summary>
public static class Activities
{
    /// <summary>The mark of a group chat in the id of a conversation.</summary>
    public static string GroupChat(string name) => $"19:meeting_{name}@thread.v2";

    public static JsonObject Message(string serviceUrl, string conversation, string who, string id, string text)
    {
        var activity = Bare("message", serviceUrl, conversation, who, id);
        activity["text"] = text;
        return activity;
    }

    /// <summary>A pressed button of a card, whose answer is shown in place.</summary>
    public static JsonObject Pressed(
        string serviceUrl, string conversation, string who, string id, string verb,
        params (string Name, string Value)[] fields)
    {
        var data = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in fields) data[name] = value;
        var activity = Bare("invoke", serviceUrl, conversation, who, id);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return activity;
    }

    public static JsonObject Bare(string type, string serviceUrl, string conversation, string who, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{who}", ["name"] = who },
        ["conversation"] = new JsonObject
        {
            ["conversationType"] = "groupChat",
            ["isGroup"] = true,
            ["tenantId"] = "tenant-1",
            ["id"] = conversation,
        },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "MeetingBot" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
    };
}
