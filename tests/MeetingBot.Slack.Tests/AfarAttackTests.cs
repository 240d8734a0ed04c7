using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Kit;
using MeetingBot.Meetings;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>
/// Every command there is, pressed in a Home tab and sent from a view, upon a group of which the person is none: whoever
/// composes it learns nothing and changes nothing.
/// </summary>
public sealed class AfarAttackTests : BotInSlack
{
    private const string Secret = "Merger";

    private static readonly (string Name, string Value)[] Guesses =
    [
        ("poll", "1"), ("number", "1"), ("numbers", "1"), ("round", "1"), ("assessment", "1"), ("risk", "R1"),
        ("text", "Intruded"), ("lines", "Intruded"), ("item", "1"), ("choice", "1"), ("option1", "yes"), ("title", "Intruded"),
        ("zone", "Europe/Paris"), ("chairs", "Ada"), ("request", "x"), ("shown", "1"), ("page", "0"),
    ];

    private protected override Task<FakeSlack> SlackAsync() => FakeSlack.StartAsync(
        SlackBot.Workspace().WithChannel("C3", "U2", "UBOT"),
        new FakeWorkspace("T2", "xoxb-1", "UBOT").With("U1", "Ada").WithChannel("C3", "U1", "UBOT"));

    private protected override async Task BeginAsync()
    {
        string[] lines =
        [
            $"/action Grace: {Secret} papers", $"/poll {Secret} now? | Yes | No", $"/agenda add {Secret}",
            $"/meetingbot risk start {Secret}", $"/meetingbot risk new \"{Secret} fails\"", "/meetingbot risk round", "/meeting start",
            $"/note {Secret} it is",
        ];
        foreach (var line in lines) await _bot.CommandAsync("U2", line, "C3");
        await _bot.CommandAsync("U1", "/action Ada: write to the landlord");
        await _bot.Settled();
    }

    [Theory]
    [InlineData("T1", false)]
    [InlineData("T1", true)]
    [InlineData("T2", false)]
    public async Task Nothing_is_learnt_and_nothing_changed(string team, bool left)
    {
        if (left)
        {
            await _bot.CommandAsync("U1", "/agenda", "C3");
            await _bot.EventAsync(new JsonObject
            {
                ["type"] = "member_left_channel", ["user"] = "U1", ["channel"] = "C3", ["channel_type"] = "G", ["team"] = "T1",
            });
        }
        await _bot.Settled();
        var (rows, messages) = (Rows(), Messages());
        foreach (var kind in new[] { "action", "poll", "item", "risk", "line" })
            Assert.Contains(rows, row => row.Contains(kind, StringComparison.Ordinal));
        var answers = new StringBuilder();
        foreach (var verb in MeetingCommands.Reader.Table.Forms.SelectMany(form => form.Aliases.Prepend(form.Words)))
        {
            foreach (var payload in new[] { Pressed(verb, team), Submitted(verb, team, "home 0.0"), Submitted(verb, team, "anywhere") })
            {
                using var response = await _bot.PostAsync(
                    "/slack/interactions", SlackRequests.Form(("payload", payload.ToJsonString())));
                answers.AppendLine(await response.Content.ReadAsStringAsync());
                Assert.True((int)response.StatusCode is 200 or 400, $"{verb}: {response.StatusCode}");
            }
        }
        await _bot.Settled();
        await _bot.EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["channel"] = "D1", ["tab"] = "home" });
        await Eventually.Until(
            () => _slack.Methods.Homes.TryGetValue(("T1", "U1"), out var home)
                && home.All.Contains("landlord", StringComparison.Ordinal), "the home is drawn");
        await _bot.StopAsync();

        Assert.Equal(rows, Rows());
        Assert.Equal(messages, Messages());
        var seen = answers + string.Concat(_slack.Methods.Homes.Values.Select(home => home.All))
            + string.Concat(_slack.Methods.Views.Select(view => view.View.ToJsonString()))
            + string.Concat(_slack.Methods.Messages.Where(m => m.Channel != "C3").Select(m => m.All))
            + string.Concat(_slack.Shown.Select(shown => shown.ToJsonString()));
        Assert.Contains("know you in that group", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", _bot.Logs.All, StringComparison.Ordinal);
    }

    // What a turn does beside deciding: that it was done is kept, whatever it was.
    private List<string> Rows() =>
    [
        .. _bot.Table.Under("g|slack|T1|C3").Where(row => !row.RowKey.StartsWith("seen", StringComparison.Ordinal))
            .Select(row => $"{row.RowKey} {row.ETag}"),
    ];

    private List<string> Messages() =>
        [.. _slack.Methods.Messages.Where(m => m is { Team: "T1", Channel: "C3" }).Select(m => m.All)];

    private static JsonObject Fields()
    {
        var value = new JsonObject { ["home"] = "C3" };
        foreach (var (name, guess) in Guesses) value[name] = guess;
        return value;
    }

    private JsonObject Pressed(string verb, string team) => Payload("block_actions", team, new JsonObject
    {
        ["id"] = "V1", ["type"] = "home", ["private_metadata"] = "{\"origin\":\"home 0.0\"}",
    }, new JsonObject
    {
        ["type"] = "button", ["action_id"] = $"press|0|{verb}", ["value"] = Fields().ToJsonString(),
    });

    private JsonObject Submitted(string verb, string team, string origin) => Payload("view_submission", team, new JsonObject
    {
        ["id"] = "V1", ["type"] = "modal",
        ["private_metadata"] = new JsonObject
        {
            ["origin"] = origin, ["action"] = $"send|0|{verb}", ["value"] = Fields(),
        }.ToJsonString(),
        ["state"] = new JsonObject
        {
            ["values"] = new JsonObject
            {
                ["where"] = new JsonObject
                {
                    ["where"] = new JsonObject { ["type"] = "conversations_select", ["selected_conversation"] = "C3" },
                },
            },
        },
        ["blocks"] = new JsonArray(new JsonObject { ["type"] = "input", ["block_id"] = "where" }),
    });

    private JsonObject Payload(string type, string team, JsonObject view, JsonObject? action = null) => new()
    {
        ["type"] = type, ["team"] = new JsonObject { ["id"] = team },
        ["user"] = new JsonObject { ["id"] = "U1", ["username"] = "ada", ["team_id"] = team },
        ["view"] = view, ["actions"] = action is null ? null : new JsonArray(action), ["trigger_id"] = _bot.Next("3.4."),
    };
}
