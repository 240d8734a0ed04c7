using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>A shortcut that is used anywhere asks for which channel it is; who is not one of its group does nothing there.</summary>
public sealed class GlobalShortcutTests : BotInSlack
{
    private protected override Task<FakeSlack> SlackAsync() => FakeSlack.StartAsync(
        SlackBot.Workspace().WithChannel("C2", "U2", "UBOT"), new FakeWorkspace("T2", "xoxb-2", "UBOT2"));

    private protected override async Task BeginAsync()
    {
        await _bot.CommandAsync("U1", "/meetingbot help");
        await _bot.CommandAsync("U2", "/meetingbot help", channel: "C2");
        await _bot.Settled();
    }

    [Theory]
    [InlineData("new_action", "<@U2> writes to the landlord & others", "writes to the landlord & others", "action")]
    [InlineData("new_agenda_item", "Budget 10m\nRoadmap", "Roadmap", "item")]
    public async Task What_is_filled_in_is_done_in_the_channel_and_told_there(
        string callback, string text, string told, string kind)
    {
        var view = await OpenedAsync(callback);
        var select = BlockNodes.All(view).Single(node => (string?)node["type"] == "conversations_select");
        Assert.True((bool)select["default_to_current_conversation"]!);
        var answer = await _bot.InteractAsync(Filled(view, "U1", "C1", text));
        await _bot.Settled();

        Assert.Equal("", answer);
        Assert.NotEmpty(_bot.Table.Under("g|slack|T1|C1", kind));
        var group = _slack.Methods.Messages.Where(message => message is { Channel: "C1", Only: null }).ToList();
        Assert.Contains(group, message => message.All.Contains(told, StringComparison.Ordinal)
            && message.All.Contains("Ada", StringComparison.Ordinal));
        await Kit.Eventually.Until(
            () => _slack.Methods.Messages.Any(message => message.Channel == "D1"), "the answer in their own chat");
        Assert.Empty(_slack.Problems);
    }

    [Theory]
    [InlineData("C2")]
    [InlineData("C9")]
    [InlineData("D2")]
    public async Task Who_is_not_known_in_the_channel_is_refused_at_the_field_and_learns_nothing(string channel)
    {
        var view = await OpenedAsync("new_action");
        var before = _slack.Methods.Messages.Count;
        var answer = JsonNode.Parse(await _bot.InteractAsync(Filled(view, "U1", channel, "Grace to pay")))!;
        await _bot.Settled();
        Assert.Equal("errors", (string?)answer["response_action"]);
        Assert.Contains("I don't know you in that group", (string?)answer["errors"]!["where"], StringComparison.Ordinal);
        Assert.Empty(_bot.Table.Under($"g|slack|T1|{channel}", "action"));
        Assert.Equal(before, _slack.Methods.Messages.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("U1")]
    [InlineData("not an id")]
    public async Task A_form_without_a_channel_is_refused(string? channel)
    {
        var view = await OpenedAsync("new_action");
        using var response = await _bot.PostAsync("/slack/interactions", SlackRequests.Form(
            ("payload", Filled(view, "U1", channel, "Grace to pay").ToJsonString())));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_sent_again_has_one_effect_and_another_verb_has_none()
    {
        var view = await OpenedAsync("new_action");
        var filled = Filled(view, "U1", "C1", "Grace to pay");
        await _bot.InteractAsync(filled.DeepClone().AsObject());
        await _bot.InteractAsync(filled.DeepClone().AsObject());
        Assert.Single(_bot.Table.Under("g|slack|T1|C1", "action"));

        var forged = filled.DeepClone().AsObject();
        forged["trigger_id"] = "9.9.forged";
        forged["view"]!["private_metadata"] = ((string)forged["view"]!["private_metadata"]!)
            .Replace("|action\"", "|meeting start\"", StringComparison.Ordinal);
        using var response = await _bot.PostAsync(
            "/slack/interactions", SlackRequests.Form(("payload", forged.ToJsonString())));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        await _bot.Settled();
        Assert.DoesNotContain(_slack.Methods.Messages, message => message.All.Contains("has started", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shortcut_that_nobody_knows_is_nothing()
    {
        await _bot.InteractAsync(Shortcut("delete_everything"));
        Assert.Empty(_slack.Methods.Views);
    }

    private async Task<JsonNode> OpenedAsync(string callback)
    {
        await _bot.InteractAsync(Shortcut(callback));
        await Kit.Eventually.Until(() => _slack.Methods.Views.Count > 0, "the form");
        return _slack.Methods.Views[^1].View;
    }

    private JsonObject Shortcut(string callback) => new()
    {
        ["type"] = "shortcut", ["callback_id"] = callback, ["trigger_id"] = _bot.Next("5.6."),
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1", ["username"] = "ada", ["team_id"] = "T1" },
    };

    private JsonObject Filled(JsonNode view, string user, string? channel, string text)
    {
        var sent = view.DeepClone();
        var values = new JsonObject();
        foreach (var block in BlockNodes.All(sent).Where(node => (string?)node["type"] == "input"))
        {
            var element = block["element"]!;
            values[(string)block["block_id"]!] = new JsonObject
            {
                [(string)element["action_id"]!] = (string?)element["type"] == "conversations_select"
                    ? new JsonObject { ["type"] = "conversations_select", ["selected_conversation"] = channel }
                    : new JsonObject { ["type"] = "plain_text_input", ["value"] = text },
            };
        }
        sent["state"] = new JsonObject { ["values"] = values };
        return new JsonObject
        {
            ["type"] = "view_submission", ["trigger_id"] = _bot.Next("7.8."),
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody", ["team_id"] = "T1" },
            ["view"] = sent,
        };
    }
}
