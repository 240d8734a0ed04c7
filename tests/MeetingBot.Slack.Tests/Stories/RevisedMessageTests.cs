using System.Text.Json.Nodes;
using MeetingBot.Minutes;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests.Stories;

/// <summary>The minutes follow who edits or deletes a message, as Slack tells it.</summary>
public sealed class RevisedMessageTests : BotInSlack
{
    private const string Said = "1699999999.000700";


    private protected override async Task BeginAsync()
    {
        await _bot.CommandAsync("U1", "/meeting start");
        await _bot.SayAsync("U1", "note: tokens live a day", ts: Said);
        await _bot.Settled();
    }

    [Fact]
    public async Task An_edited_message_is_its_line()
    {
        await _bot.EventAsync(Changed("note: tokens live an hour & <1 day", "note: tokens live a day"));
        await _bot.Settled();
        Assert.Equal(["tokens live an hour & <1 day"], Lines());
        Assert.Contains(_slack.Methods.Messages, message => message.All.Contains("Corrected", StringComparison.Ordinal));
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task A_deleted_message_takes_its_line_with_it()
    {
        await _bot.EventAsync(new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_deleted", ["hidden"] = true, ["channel"] = "C1",
            ["channel_type"] = "channel", ["ts"] = "1699999999.000900", ["deleted_ts"] = Said,
            ["previous_message"] = Message("note: tokens live a day"),
        });
        await _bot.Settled();
        Assert.Empty(Lines());
        Assert.Empty(_slack.Problems);
    }

    [Fact]
    public async Task A_preview_of_a_link_is_no_edit_nor_is_another_persons_nor_one_of_another_channel()
    {
        var preview = Changed("note: tokens live a day", "note: tokens live a day");
        preview["message"]!.AsObject().Remove("edited");
        await _bot.EventAsync(preview);
        var unedited = Changed("note: two", "note: tokens live a day");
        unedited["message"]!.AsObject().Remove("edited");
        await _bot.EventAsync(unedited);
        var others = Changed("note: mine now", "note: tokens live a day");
        others["message"]!["user"] = "U2";
        await _bot.EventAsync(others);
        var elsewhere = Changed("note: elsewhere", "note: tokens live a day");
        elsewhere["channel"] = "C2";
        await _bot.EventAsync(elsewhere);
        var bots = Changed("note: by a bot", "note: tokens live a day");
        bots["message"]!["bot_id"] = "B1";
        await _bot.EventAsync(bots);
        await _bot.Settled();
        Assert.Equal(["tokens live a day"], Lines());
    }

    [Fact]
    public async Task A_revision_that_slack_tells_again_has_one_effect()
    {
        var edit = Changed("note: two", "note: tokens live a day");
        await _bot.EventAsync(edit.DeepClone().AsObject(), id: "Ev1");
        await _bot.Settled();
        var before = _slack.Methods.Messages.Count;
        await _bot.EventAsync(edit, id: "Ev1");
        await _bot.Settled();
        Assert.Equal(before, _slack.Methods.Messages.Count);
        Assert.Equal(["two"], Lines());
    }

    private static JsonObject Changed(string text, string before)
    {
        var message = Message(text);
        message["edited"] = new JsonObject { ["user"] = "U1", ["ts"] = "1699999999.000800" };
        return new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["channel"] = "C1",
            ["channel_type"] = "channel", ["ts"] = "1699999999.000850", ["message"] = message,
            ["previous_message"] = Message(before),
        };
    }

    private static JsonObject Message(string text) => new()
    {
        ["type"] = "message", ["user"] = "U1", ["ts"] = Said,
        ["text"] = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
    };

    private List<string> Lines() => [.. _bot.Table.Under("g|slack|T1|C1", "line").Select(row => MinuteRows.Read(row).Text)];
}
