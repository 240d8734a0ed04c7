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
        var answer = await _bot.InteractAsync(Sent(view, "Retreat\nBudget"));
        await _bot.Settled();

        Assert.Equal("", answer);
        var agenda = _slack.Methods.Messages[^1].All;
        Assert.Contains("Retreat", agenda, StringComparison.Ordinal);
        Assert.Contains("Budget", agenda, StringComparison.Ordinal);
        Assert.Empty(_slack.Problems);
    }

    [Theory]
    [InlineData("make_action", "done 1")]
    [InlineData("make_action", "reopen 1")]
    [InlineData("make_action", "edit 1 to burn everything")]
    [InlineData("make_action", "1 by tomorrow")]
    [InlineData("make_action", "1 done")]
    [InlineData("make_action", "item")]
    [InlineData("make_action", ": done 1")]
    [InlineData("make_action", "/done 1")]
    [InlineData("make_action", "x\r/done 1")]
    [InlineData("make_action", "x\u2028/done 1")]
    [InlineData("make_action", "RESOLVED: done 1")]
    [InlineData("add_to_agenda", "/done 1")]
    [InlineData("add_to_agenda", "done 1")]
    [InlineData("add_to_agenda", "remove 1")]
    public async Task Whatever_the_message_says_is_recorded_and_never_obeyed(string callback, string text)
    {
        await _bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await _bot.CommandAsync("U1", "/agenda add Budget");
        await _bot.Settled();
        var (kind, before) = callback == "make_action" ? ("action", Rows("action")) : ("item", Rows("item"));
        var other = Rows(kind == "action" ? "item" : "action");

        await _bot.InteractAsync(Shortcut(callback, text));
        await _bot.Settled();

        Assert.Equal(before, Rows(kind)[..before.Length]);
        Assert.Equal(before.Length + 1, Rows(kind).Length);
        Assert.Equal(other, Rows(kind == "action" ? "item" : "action"));
        Assert.Contains(text.Split(' ')[0].Trim(':').Split('\r', '\u2028')[0], Rows(kind)[^1], StringComparison.Ordinal);
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task In_the_form_people_have_their_names()
    {
        await _bot.InteractAsync(Shortcut("make_action", "<@U2> writes to the landlord\nand <@U9|mallory> pays"));
        await Kit.Eventually.Until(() => _slack.Methods.Views.Count == 1, "the form is open");

        var input = BlockNodes.All(_slack.Methods.Views[0].View).Single(node => node["initial_value"] is not null);
        Assert.Equal("@Grace writes to the landlord\nand @mallory pays", (string?)input["initial_value"]);
    }

    [Theory]
    [InlineData("&amp;", '&')]
    [InlineData("&lt;", '<')]
    [InlineData("\U0001F600", '\uD83D')]
    [InlineData("x", 'x')]
    public async Task Of_a_very_long_message_as_much_stands_in_the_form_as_fits(string piece, char first)
    {
        await _bot.InteractAsync(Shortcut("make_action", string.Concat(Enumerable.Repeat(piece, 20_000))));
        await Kit.Eventually.Until(() => _slack.Methods.Views.Count == 1, "the form is open");

        var input = BlockNodes.All(_slack.Methods.Views[0].View).Single(node => (string?)node["type"] == "plain_text_input");
        var text = (string?)input["initial_value"];
        Assert.NotNull(text);
        Assert.Equal(first, text[0]);
        Assert.InRange(text.Length, 500, 3_000);
        Assert.Equal(text.Count(char.IsHighSurrogate), text.Count(char.IsLowSurrogate));
        Assert.Empty(_slack.Problems);
    }

    [Theory]
    [InlineData("Where to hold the retreat")]
    [InlineData("Retreat\nBudget")]
    public async Task Where_the_bot_is_not_in_the_channel_it_is_said_how_to_invite_it(string text)
    {
        _slack.Workspaces[0].WithChannel("C5", "U1", "U2");
        var used = Shortcut("add_to_agenda", text);
        used["channel"]!["id"] = "C5";
        await _bot.InteractAsync(used);
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            await Kit.Eventually.Until(() => _slack.Methods.Views.Count == 1, "the form is open");
            await _bot.InteractAsync(Sent(_slack.Methods.Views[0].View, text));
        }
        await _bot.Settled();

        Assert.Contains("/invite @MeetingBot", Assert.Single(_slack.Shown).ToJsonString(), StringComparison.Ordinal);
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

    private string[] Rows(string kind) => [.. _bot.Table.Under("g|slack|T1|C1", kind)
        .Select(row => $"{row.RowKey} {JsonNode.Parse(row.Data.Span)!.ToJsonString(Readable)}")];

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private JsonObject Sent(JsonNode opened, string text)
    {
        var view = opened.DeepClone();
        view["state"] = new JsonObject { ["values"] = Filled(view, text) };
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["trigger_id"] = _bot.Next("5.6."),
            ["view"] = view,
        };
    }

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
