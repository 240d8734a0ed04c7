using System.Text.Json.Nodes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests.Stories;

/// <summary>Whole stories over the wire: what people type and press, and what then stands in Slack.</summary>
public sealed class MeetingStoryTests : BotInSlack
{
    private IReadOnlyList<FakeMessage> Messages => _slack.Methods.Messages;

    [Fact]
    public async Task A_meeting_from_its_agenda_to_its_minutes()
    {
        await _bot.CommandAsync("U1", "/agenda add Budget & <rooms>");
        await _bot.CommandAsync("U2", "/meetingbot agenda add Roadmap");
        await _bot.CommandAsync("U1", "/meeting start");
        await _bot.SayAsync("U2", "/note We keep the old rooms");
        await _bot.EventAsync(
            SlackRequests.Event("app_mention", "U1", "<@UBOT> action <@U2> writes to the landlord", "C1", "1700000000.000100"));
        await _bot.CommandAsync("U1", "/minutes");
        await _bot.Settled();

        var minutes = Messages[^1].All;
        Assert.Contains("We keep the old rooms", minutes, StringComparison.Ordinal);
        Assert.Contains("Grace", minutes, StringComparison.Ordinal);
        Assert.Contains("writes to the landlord", minutes, StringComparison.Ordinal);
        Assert.Contains(Messages, message => message.All.Contains("Budget & <rooms>", StringComparison.Ordinal)
            && message.All.Contains("Roadmap", StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task A_vote_by_a_press_counts_once_each_person()
    {
        await _bot.CommandAsync("U1", "/poll Lunch? | Pizza | Soup");
        await _bot.Settled();
        var poll = Messages[^1];

        foreach (var user in new[] { "U1", "U2", "U2" })
            await _bot.InteractAsync(_bot.Press(poll, "Record my answer", user, Choice("2"), _slack.ResponseUrl()));
        await _bot.Settled();

        var card = Messages.Single(message => message.Ts == poll.Ts);
        Assert.Contains("Answered (2): Ada, Grace", card.All, StringComparison.Ordinal);
        Assert.True(card.Edits > 0);
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task What_slack_sends_again_has_one_effect()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await _bot.CommandAsync("U1", "/agenda add Once", trigger: "1.1.same");
            await _bot.EventAsync(
                SlackRequests.Event("message", "U1", "<@UBOT> agenda add Twice", "C1", "1700000000.000200"), id: "EvSame");
            await _bot.EventAsync(
                SlackRequests.Event("app_mention", "U1", "<@UBOT> agenda add Twice", "C1", "1700000000.000200"), id: "EvOther");
        }
        await _bot.CommandAsync("U1", "/agenda");
        await _bot.Settled();

        var agenda = Messages[^1].All;
        Assert.Equal(2, agenda.Split("Once").Length);
        Assert.Equal(2, agenda.Split("Twice").Length);
    }

    // The state of the menu in the block of that name.
    private static JsonObject Choice(string option) => new()
    {
        ["choice"] = new JsonObject
        {
            ["choice"] = new JsonObject
            {
                ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = option },
            },
        },
    };
}
