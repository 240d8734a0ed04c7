using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>A list that is too long for a menu: Slack asks for what fits while somebody types.</summary>
public sealed class SuggestionTests : BotInSlack
{
    [Fact]
    public async Task Zone_is_found_and_saved()
    {
        await _bot.CommandAsync("U1", "/meeting start");
        await _bot.CommandAsync("U1", "/meetingbot settings");
        await _bot.Settled();
        var card = _slack.Methods.Messages[^1];
        var input = BlockNodes.All(JsonNode.Parse(card.Blocks)!)
            .Single(node => (string?)node["element"]?["type"] == "external_select");
        Assert.Equal("Europe/Zurich", (string?)input["element"]!["initial_option"]!["value"]);

        var option = Assert.Single(await AskAsync("paulo sao", (string)input["element"]!["action_id"]!))!;
        var state = new JsonObject
        {
            [(string)input["block_id"]!] = new JsonObject
            {
                [(string)input["element"]!["action_id"]!] = new JsonObject
                {
                    ["type"] = "external_select", ["selected_option"] = option.DeepClone(),
                },
            },
        };
        await _bot.InteractAsync(_bot.Press(card, "Save", "U1", state));

        await Kit.Eventually.Until(
            () => _slack.Methods.Messages.Any(
                message => message.All.Contains("time zone America/Sao_Paulo", StringComparison.Ordinal)),
            "what was saved is told");
    }

    [Fact]
    public async Task What_is_pressed_is_checked_at_the_turn_as_ever()
    {
        await _bot.CommandAsync("U1", "/meeting start");
        await _bot.CommandAsync("U1", "/meetingbot settings");
        await _bot.Settled();
        var card = _slack.Methods.Messages[^1];
        var state = new JsonObject
        {
            ["zone"] = new JsonObject
            {
                ["list|zones|zone"] = new JsonObject
                {
                    ["type"] = "external_select", ["selected_option"] = new JsonObject { ["value"] = "Mars/Olympus" },
                },
            },
        };
        var url = _slack.ResponseUrl();
        await _bot.InteractAsync(_bot.Press(card, "Save", "U1", state, url));
        await Kit.Eventually.Until(() => !_slack.Shown.IsEmpty, "the refusal is shown");

        Assert.Contains("is no time zone that I know", _slack.Shown.Single().ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZURICH", "Europe/Zurich")]
    [InlineData("Zürich", "Europe/Zurich")]
    [InlineData("zu\u0308rich", "Europe/Zurich")]
    [InlineData("rich eur", "Europe/Zurich")]
    [InlineData("são tomé", "Africa/Sao_Tome")]
    [InlineData("aires_buenos", "America/Argentina/Buenos_Aires")]
    public async Task Case_accents_and_order_do_not_matter(string typed, string zone) =>
        Assert.Contains(zone, (await AskAsync(typed)).Select(option => (string?)option!["value"]));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("am")]
    [InlineData("...")]
    public async Task No_more_than_slack_takes_are_offered(string typed) =>
        Assert.Equal(100, (await AskAsync(typed)).Count);

    [Fact]
    public async Task Beginning_of_a_word_comes_first() =>
        Assert.Equal("Asia/Riyadh", (string?)(await AskAsync("riy"))[0]!["value"]);

    [Theory]
    [InlineData("list|other|zone")]
    [InlineData("list|zones")]
    [InlineData("list||zone")]
    [InlineData("zone")]
    [InlineData("")]
    public async Task Of_what_is_no_list_nothing_is_offered(string action) =>
        Assert.Empty(await AskAsync("eur", action));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u0000\uFFFF\u202E q")]
    [InlineData("(((((((((((((((((((a+)+)+zz")]
    public async Task Whatever_is_typed_is_only_sought(string typed) => Assert.DoesNotContain(
        await AskAsync(typed), option => !MeetingBot.Times.ZoneRules.Choices.Contains((string)option!["value"]!));

    [Fact]
    public async Task A_very_long_text_is_sought_by_its_beginning() =>
        Assert.Empty(await AskAsync(new string('é', 100_000)));

    [Fact]
    public async Task A_payload_that_forges_choices_is_given_our_own()
    {
        var forged = Payload("zurich", "list|zones|zone");
        forged["options"] = new JsonArray(new JsonObject { ["value"] = "Evil" });
        forged["view"] = new JsonObject { ["blocks"] = new JsonArray() };
        var options = JsonNode.Parse(await _bot.TakenAsync(
            "/slack/options", SlackRequests.Form(("payload", forged.ToJsonString()))))!["options"]!.AsArray();

        Assert.Equal("Europe/Zurich", (string?)Assert.Single(options)!["value"]);
    }

    [Fact]
    public async Task Unsigned_it_is_not_answered()
    {
        var body = SlackRequests.Form(("payload", Payload("zu", "list|zones|zone").ToJsonString()));
        using var response = await _bot.PostAsync("/slack/options", body, secret: "another");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<JsonArray> AskAsync(string typed, string action = "list|zones|zone")
    {
        var answer = await _bot.TakenAsync(
            "/slack/options", SlackRequests.Form(("payload", Payload(typed, action).ToJsonString())));
        Assert.Null(BlockRules.Options(JsonDocument.Parse(answer).RootElement.GetProperty("options")));
        return JsonNode.Parse(answer)!["options"]!.AsArray();
    }

    private static JsonObject Payload(string typed, string action) => new()
    {
        ["type"] = "block_suggestion", ["team"] = new JsonObject { ["id"] = SlackBot.Team },
        ["user"] = new JsonObject { ["id"] = "U1" }, ["action_id"] = action, ["block_id"] = "zone", ["value"] = typed,
    };
}
