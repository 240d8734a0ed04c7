using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests;

/// <summary>One workspace never sees anything of another's, whatever ids stand in what it sends.</summary>
public sealed class WorkspaceTests : BotInSlack
{
    private const string Secret = "Merger with the neighbours";

    private FakeMessage _poll = null!;

    private IReadOnlyList<FakeMessage> Messages => _slack.Methods.Messages;

    private protected override Task<FakeSlack> SlackAsync() => FakeSlack.StartAsync(
        SlackBot.Workspace(),
        new FakeWorkspace("T2", "xoxb-2", "UBOT2").With("U9", "Mallory").WithChannel("C1", "U9", "UBOT2"));

    private protected override async Task BeginAsync()
    {
        await _bot.CommandAsync("U1", $"/poll {Secret}? | Yes | No");
        await _bot.CommandAsync("U1", $"/agenda add {Secret}");
        await _bot.Settled();
        _poll = Messages.First(message => message.Blocks.Contains("poll vote", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_channel_of_another_workspace_is_another_group()
    {
        var before = Messages.Count;
        foreach (var line in new[] { "/agenda", "/minutes", "/poll show 1", "/decision Ours" })
            await _bot.CommandAsync("U9", line, team: "T2", responseUrl: _slack.ResponseUrl());
        await _bot.Settled();

        Assert.Equal(before, Messages.Count);
        Assert.DoesNotContain(_slack.Shown, shown => shown.ToJsonString().Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_with_anothers_ids_changes_and_shows_nothing()
    {
        var forged = _bot.Press(_poll, "Record my answer", "U9", responseUrl: _slack.ResponseUrl());
        forged["team"] = new JsonObject { ["id"] = "T2" };
        forged["state"] = new JsonObject
        {
            ["values"] = JsonNode.Parse(
                """{"choice":{"choice":{"type":"static_select","selected_option":{"value":"1"}}}}"""),
        };
        await _bot.InteractAsync(forged);
        var view = _bot.Press(_poll, "Refresh", "U9", responseUrl: _slack.ResponseUrl());
        view["team"] = new JsonObject { ["id"] = "T2" };
        await _bot.InteractAsync(view);
        await _bot.Settled();

        Assert.Contains("Answered (0)", Messages.Single(m => m.Ts == _poll.Ts).All, StringComparison.Ordinal);
        Assert.DoesNotContain(_slack.Shown, shown => shown.ToJsonString().Contains("Merger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_view_that_names_anothers_channel_is_of_the_senders_own_workspace()
    {
        await _bot.InteractAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T2" },
            ["user"] = new JsonObject { ["id"] = "U9" },
            ["trigger_id"] = "7.7.7",
            ["view"] = new JsonObject
            {
                ["private_metadata"] = """{"origin":"C1","action":"send|0|agenda add","value":{"lines":"Intruded"}}""",
                ["state"] = new JsonObject { ["values"] = new JsonObject() },
            },
        });
        await _bot.CommandAsync("U1", "/agenda");
        await _bot.Settled();

        Assert.DoesNotContain(Messages, message => message.All.Contains("Intruded", StringComparison.Ordinal));
    }
}
