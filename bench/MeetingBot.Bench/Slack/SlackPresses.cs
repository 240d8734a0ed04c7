using System.Text;
using System.Text.Json.Nodes;

namespace MeetingBot.Bench.Slack;

/// <summary>Writes presses of a button of a poll's card as Slack's clients send them, with one option chosen; for one connection.</summary>
/// <param name="card">The message as the bot has posted it.</param>
/// <param name="service">Where their <c>response_url</c> is.</param>
internal sealed class SlackPresses(string card, Uri service)
{
    private const string Button = "Record my answer";

    private readonly SignedRequests _requests = new();
    private readonly JsonArray _blocks = JsonNode.Parse(card)!["blocks"]!.AsArray();

    /// <summary>Somebody's vote.</summary>
    /// <param name="choice">From 0.</param>
    public ReadOnlyMemory<byte> Cast(byte[] buffer, int channel, int member, int choice)
    {
        var (place, who) = (SlackPeople.Channel(channel), SlackPeople.Member(member));
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = SlackPeople.Team, ["domain"] = "example" },
            ["user"] = new JsonObject { ["id"] = who, ["username"] = $"member{member}", ["team_id"] = SlackPeople.Team },
            ["api_app_id"] = "A123456",
            ["channel"] = new JsonObject { ["id"] = place, ["name"] = "test" },
            ["container"] = new JsonObject
            {
                ["type"] = "message", ["message_ts"] = "1700000000.000001", ["channel_id"] = place, ["is_ephemeral"] = false,
            },
            ["message"] = new JsonObject { ["ts"] = "1700000000.000001" },
            ["state"] = new JsonObject { ["values"] = FilledIn(choice) },
            ["actions"] = new JsonArray(Objects(_blocks).First(node => (string?)node["type"] == "button" && (string?)node["text"]?["text"] == Button).DeepClone()),
            ["trigger_id"] = FormattableString.Invariant($"13345224609.{18_000_000_000 + member}.8088930838d88f008e0"),
            ["response_url"] = new Uri(service, $"slack/response/{place}").AbsoluteUri,
        };
        return _requests.Post(buffer, "/slack/interactions", Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(payload.ToJsonString())));
    }

    private JsonObject FilledIn(int choice)
    {
        var values = new JsonObject();
        foreach (var block in _blocks.Where(block => (string?)block!["type"] == "input"))
        {
            var element = block!["element"]!;
            var type = (string)element["type"]!;
            values[(string)block["block_id"]!] = new JsonObject
            {
                [(string)element["action_id"]!] = type == "plain_text_input"
                    ? new JsonObject { ["type"] = type, ["value"] = null }
                    : new JsonObject { ["type"] = type, ["selected_option"] = element["options"]![choice]!.DeepClone() },
            };
        }
        return values;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject one => one.Select(member => member.Value).OfType<JsonNode>().SelectMany(Objects).Prepend(one),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };
}
