using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>"Make it an action" and "Add to agenda" in the menu of a message.</summary>
public sealed class MessageShortcutTests : BotInSlack
{
    [Theory]
    [InlineData("add_to_agenda", "Where to hold the retreat", "Added 1. Where to hold the retreat")]
    [InlineData("make_action", "<@U2> books the &lt;big&gt; room", "books the <big> room")]
    public async Task A_short_line_is_done_at_once(string callback, string text, string told)
    {
        await _bot.InteractAsync(Shortcut(callback, text));
        await _bot.Settled();

        Assert.Contains(_slack.Methods.Messages, message => message.All.Contains(told, StringComparison.Ordinal));
        Assert.Empty(_slack.Methods.Views);
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task Of_several_lines_it_is_asked_what_is_meant_and_the_form_is_done()
    {
        await _bot.InteractAsync(Shortcut("add_to_agenda", "Retreat\nBudget"));
        await Kit.Eventually.Until(() => _slack.Methods.Views.Count == 1, "the form is open");
        var view = _slack.Methods.Views[0].View;
        view["state"] = new JsonObject { ["values"] = Filled(view, "Retreat\nBudget") };
        var answer = await _bot.InteractAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["trigger_id"] = _bot.Next("5.6."),
            ["view"] = view.DeepClone(),
        });
        await _bot.Settled();

        Assert.Equal("", answer);
        var agenda = _slack.Methods.Messages[^1].All;
        Assert.Contains("Retreat", agenda, StringComparison.Ordinal);
        Assert.Contains("Budget", agenda, StringComparison.Ordinal);
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task A_shortcut_of_another_app_is_nothing()
    {
        await _bot.InteractAsync(Shortcut("delete_everything", "Retreat"));

        Assert.Empty(_slack.Methods.Messages);
    }

    private JsonObject Shortcut(string callback, string text) => new()
    {
        ["type"] = "message_action",
        ["callback_id"] = callback,
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1", ["name"] = "ada" },
        ["channel"] = new JsonObject { ["id"] = "C1", ["name"] = "general" },
        ["message"] = new JsonObject { ["ts"] = "1700000000.000100", ["user"] = "U2", ["text"] = text },
        ["trigger_id"] = _bot.Next("5.6."),
        ["response_url"] = _slack.ResponseUrl(),
    };

    private static JsonObject Filled(JsonNode view, string text)
    {
        var input = view["blocks"]!.AsArray().Single(block => (string?)block!["type"] == "input")!;
        return new JsonObject
        {
            [(string)input["block_id"]!] = new JsonObject
            {
                [(string)input["element"]!["action_id"]!] = new JsonObject
                {
                    ["type"] = "plain_text_input", ["value"] = text,
                },
            },
        };
    }
}
