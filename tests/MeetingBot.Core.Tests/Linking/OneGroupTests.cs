using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Polls;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

public sealed class OneGroupTests
{
    [Fact]
    public async Task A_meeting_has_one_agenda_and_one_record()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/agenda add Token lifetimes 15m");
        await rooms.Says(SlackChannel, "Luna", "/agenda add Incident drill");
        await rooms.Says(SlackChannel, "Luna", "/meeting start Joint call");
        await rooms.Says(Channel, "Mara", "ML - agree that tokens live for an hour");
        await rooms.Says(SlackChannel, "Luna", "/action @Luna write it down");
        await rooms.Says(SlackChannel, "Luna", "/note heard on the other side");

        foreach (var side in new[] { Channel, SlackChannel })
        {
            var live = Words(rooms.Live(side, "agenda"));
            Assert.Contains("Token lifetimes", live);
            Assert.Contains("Incident drill", live);
        }
        await rooms.Says(Channel, "Mara", "/meeting end");
        Assert.Contains(rooms.Heard(SlackChannel), text => text.Contains("Joint call", StringComparison.Ordinal));
        var minutes = (await rooms.Bot.Views.MinutesAsync(SlackChannel.Own, null, CancellationToken.None))!;
        Assert.Equal("Joint call", minutes.Title);
        Assert.Equal(
            (await rooms.Bot.Views.MinutesAsync(Channel.Own, null, CancellationToken.None))!.Title, minutes.Title);
        var record = MinutesMarkdown.Write(minutes);
        Assert.Contains("tokens live for an hour", record);
        Assert.Contains("heard on the other side", record);
        Assert.Contains("write it down", record);
        Assert.Empty(rooms.Rows(SlackChannel, "item"));
        Assert.Single(rooms.Rows(SlackChannel, "now"), row => row.RowKey == GroupRows.JoinedKey);
    }

    [Fact]
    public async Task A_poll_has_one_set_of_ballots_and_its_card_is_edited_on_both_sides()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/poll Focus on tokens? | yes | no");
        await rooms.Says(Channel, "Tom", "/vote 1 yes");
        await rooms.Says(SlackChannel, "Nadia", "/vote 1 yes");
        await rooms.Bot.Advance(Duration.FromSeconds(2));

        foreach (var side in new[] { Channel, SlackChannel })
        {
            Assert.Contains("Answered (2)", Words(rooms.Live(side, PollCards.Slot(1))));
            Assert.Single(rooms.Sent(side).Where(message => message.Slot == PollCards.Slot(1)).Select(message => message.To.Own).Distinct());
        }
        Assert.Equal(2, rooms.Rows(Channel, "ballot").Count);
        Assert.Empty(rooms.Rows(SlackChannel, "ballot"));
        // Each platform has one message of it, edited from then on.
        Assert.Single(rooms.Slack.Sent, sent => sent.Message.Slot == PollCards.Slot(1) && sent.ExistingId is null);
    }

    [Fact]
    public async Task What_changes_by_typing_is_told_on_the_other_side_and_a_question_is_not()
    {
        using var rooms = await Made();
        var before = rooms.Heard(Channel).Count;
        await rooms.Says(SlackChannel, "Luna", "/help");
        await rooms.Says(SlackChannel, "Luna", "/agenda add");
        Assert.Equal(before, rooms.Heard(Channel).Count);

        Assert.Contains("Keys <b>", await rooms.Says(SlackChannel, "Luna", "/agenda add Keys <b>"));
        Assert.Equal("Luna: Added 1. Keys &lt;b&gt;", rooms.Heard(Channel)[^1]);
    }

    [Fact]
    public async Task Talk_is_told_only_in_a_meeting_and_where_that_is_settled()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/meeting start");
        var before = rooms.Heard(Channel).Count;
        await rooms.Says(SlackChannel, "Luna", "good morning all");
        Assert.Equal(before, rooms.Heard(Channel).Count);

        await rooms.Says(Channel, "Mara", "/link relay on");
        await rooms.Says(SlackChannel, "Luna", "good morning all");
        Assert.Equal("Luna: good morning all", rooms.Heard(Channel)[^1]);
        await rooms.Says(Channel, "Mara", "morning");
        Assert.Equal("Mara: morning", rooms.Heard(SlackChannel)[^1]);
        Assert.DoesNotContain(rooms.Heard(Channel), text => text.Contains("morning", StringComparison.Ordinal) && text.StartsWith("Mara", StringComparison.Ordinal));

        await rooms.Says(SlackChannel, "Luna", "LU - agree that keys rotate");
        Assert.Contains("Luna: LU - agree that keys rotate", rooms.Heard(Channel)[^1]);

        await rooms.Says(Channel, "Mara", "/meeting end");
        before = rooms.Heard(Channel).Count;
        await rooms.Says(SlackChannel, "Luna", "bye");
        Assert.Equal(before, rooms.Heard(Channel).Count);
    }

    [Fact]
    public async Task A_message_that_is_delivered_again_has_one_effect()
    {
        using var rooms = await Made();
        var message = rooms.Message(SlackChannel, "Luna", "/agenda add Once");
        await rooms.Hears(message, SlackChannel);
        var before = (rooms.Heard(Channel).Count, rooms.Heard(SlackChannel).Count);
        await rooms.Hears(message, SlackChannel);
        Assert.Equal(before, (rooms.Heard(Channel).Count, rooms.Heard(SlackChannel).Count));
        Assert.Single(rooms.Rows(Channel, "item"));
    }

    [Fact]
    public async Task One_platform_that_is_away_holds_up_no_other()
    {
        using var rooms = await Made();
        var away = new TaskCompletionSource();
        rooms.Slack.Hold = _ => away.Task;
        await rooms.Bot.Turn(rooms.Message(Channel, "Mara", "/agenda add Tokens"));
        await Eventually.Until(() => rooms.Sent(Channel).Any(message => message.Slot == "agenda"), "the card is on Teams");
        Assert.DoesNotContain(rooms.Sent(SlackChannel), message => message.Slot == "agenda");
        away.SetResult();
        await rooms.Bot.Settled();
        Assert.Contains("Tokens", Words(rooms.Live(SlackChannel, "agenda")));
    }

    [Fact]
    public async Task Who_is_told_alone_is_told_on_their_own_platform()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Luna", "/help");
        await rooms.Says(Channel, "Mara", "/risk new \"Tokens\"");
        await rooms.Says(Channel, "Mara", "/risk add Stolen token | mitigation: short life");
        await rooms.Says(Channel, "Mara", "/risk open until Wednesday 18:00");
        await rooms.Bot.Advance(Duration.FromMinutes(1));

        var card = rooms.Slack.Sent.Select(sent => sent.Message).Last(message => message.Recipient?.Name == "Luna" && message.Card is not null);
        Assert.Equal("slack", card.To.Platform);
        var save = card.Card!.AllButtons().First(button => button.Data.ContainsKey("home"));
        Assert.Equal("C1", save.Data["home"]);

        // Pressed in her own chat with the bot on that platform.
        var chat = new ConversationReference("slack", "T1", "D9", ConversationKind.Personal);
        var answer = await rooms.Press(chat, "Luna", save, ("likelihood", "3"), ("impact", "4"));
        Assert.False(answer!.Refused, answer.Text);
        Assert.NotEmpty(rooms.Rows(Channel, "score"));
    }

    [Fact]
    public async Task What_was_asked_before_ends_where_it_was_asked()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(SlackChannel, "Luna", "/poll Lunch? | yes | no | until Wednesday 18:00");
        var card = rooms.Sent(SlackChannel).Last(message => message.Slot == PollCards.Slot(1)).Card!;
        await rooms.Join(SlackChannel);

        var answer = await rooms.Press(SlackChannel, "Nadia", card.AllButtons().First(button => button.Data.ContainsKey("group")), ("choice", "1"));
        Assert.DoesNotContain("another conversation", answer?.Text ?? "");
        await rooms.Bot.Advance(Duration.FromDays(6));
        Assert.Contains(rooms.Heard(SlackChannel), text => text.Contains("Lunch", StringComparison.Ordinal));
        Assert.DoesNotContain(rooms.Heard(Channel), text => text.Contains("Lunch", StringComparison.Ordinal));
    }
}
