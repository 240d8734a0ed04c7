using System.Text.Json.Nodes;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>Presses buttons of messages as a client of Slack does: with what Slack was sent.</summary>
internal static class Presses
{
    /// <summary>The payload of a press of the button that is called so.</summary>
    /// <param name="state"><c>state.values</c> of the message's inputs.</param>
    public static JsonObject Press(
        this SlackBot bot, FakeMessage message, string title, string user, JsonObject? state = null,
        string? responseUrl = null) =>
        bot.Press(message, BlockNodes.Button(message, title), user, state, responseUrl);

    public static JsonObject Press(
        this SlackBot bot, FakeMessage message, JsonNode button, string user, JsonObject? state = null,
        string? responseUrl = null) => new()
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = message.Team },
            ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody", ["team_id"] = message.Team },
            ["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "general" },
            ["container"] = new JsonObject
            {
                ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel,
                ["is_ephemeral"] = message.Only is not null,
            },
            ["message"] = new JsonObject { ["ts"] = message.Ts },
            ["state"] = new JsonObject { ["values"] = state ?? [] },
            ["actions"] = new JsonArray(button.DeepClone()),
            ["trigger_id"] = bot.Next("3.4."),
            ["response_url"] = responseUrl,
        };
}
