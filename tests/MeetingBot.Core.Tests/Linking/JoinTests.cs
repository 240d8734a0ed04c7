using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

public sealed class JoinTests
{
    [Fact]
    public async Task Chairs_of_both_make_one_group()
    {
        using var rooms = new JoinedRooms();
        var code = await rooms.Code();

        Assert.Contains("Asked", await rooms.Says(SlackChannel, "Luna", $"/link {code}"));
        var card = rooms.Sent(Channel)[^1].Card!;
        Assert.StartsWith("Luna asks to join a conversation on Slack", card.Title);
        Assert.Contains("chairs there (Luna) chairs here too", Words(card));

        Assert.Equal("Joined.", (await rooms.Press(Channel, "Mara", rooms.Asked("Join them")))?.Text);
        Assert.Contains("are one group now", rooms.Heard(Channel)[^1]);
        Assert.Contains("one group with a conversation on Teams now", rooms.Heard(SlackChannel)[^1]);
        Assert.Contains("Mara and Luna", Words((await ShownSettings(rooms))!));
    }

    [Fact]
    public async Task Whose_people_they_are_is_told_where_their_platform_tells_it()
    {
        using var rooms = new JoinedRooms();
        await rooms.Bot.Turn(rooms.Message(SlackChannel, "Luna", $"/link {await rooms.Code()}") with
        {
            TenantName = "Acme\" on Teams\n" + new string('x', 100),
        });
        await rooms.Bot.Settled();
        Assert.StartsWith(
            "Luna asks to join a conversation in \"Acme' on Teams xxx", rooms.Sent(Channel)[^1].Card!.Title,
            StringComparison.Ordinal);
        Assert.EndsWith("x…\" on Slack with this group", rooms.Sent(Channel)[^1].Card!.Title, StringComparison.Ordinal);

        var yes = rooms.Message(Channel, "Mara", "/link yes") with { TenantName = "CERN" };
        await rooms.Bot.Turn(yes);
        await rooms.Bot.Settled();
        Assert.StartsWith("A conversation in \"Acme'", rooms.Heard(Channel)[^1], StringComparison.Ordinal);
        Assert.Contains("one group with a conversation in \"CERN\" on Teams now", rooms.Heard(SlackChannel)[^1]);
    }

    [Fact]
    public async Task Typed_answer_does_the_same_as_the_button()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(SlackChannel, "Luna", $"/link {await rooms.Code()}");
        Assert.Contains("are one group now", await rooms.Says(Channel, "Mara", "/link yes"));
        Assert.Contains("Added", await rooms.Says(SlackChannel, "Luna", "/agenda add Tokens"));
        Assert.Contains("Tokens", Words(rooms.Live(Channel, "agenda")));
    }

    [Fact]
    public async Task Who_does_not_chair_can_neither_offer_nor_ask_nor_join()
    {
        using var rooms = new JoinedRooms();
        var code = await rooms.Code();
        Assert.Contains("group's chairs: Mara", await rooms.Says(Channel, "Tom", "/link"));

        await rooms.Says(SlackChannel, "Luna", "/help");
        await rooms.Says(SlackChannel, "Luna", "/settings chairs Luna");
        Assert.Contains("group's chairs: Luna", await rooms.Says(SlackChannel, "Tom", $"/link {code}"));

        await rooms.Says(SlackChannel, "Luna", $"/link {code}");
        Assert.Contains("group's chairs: Mara", (await rooms.Press(Channel, "Tom", rooms.Asked("Join them")))?.Text);
        await rooms.Says(SlackChannel, "Luna", "/agenda add Ours");
        Assert.Empty(rooms.Rows(Channel, "item"));
    }

    [Fact]
    public async Task No_is_told_to_who_asked_and_nothing_is_joined()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(SlackChannel, "Luna", $"/link {await rooms.Code()}");
        await rooms.Press(Channel, "Mara", rooms.Asked("No"));
        Assert.Contains("has said no", rooms.Heard(SlackChannel)[^1]);
        await rooms.Says(SlackChannel, "Luna", "/agenda add Ours");
        Assert.Empty(rooms.Rows(Channel, "item"));
        Assert.Contains("No conversation is asking", (await rooms.Press(Channel, "Mara", rooms.Asked("Join them")))?.Text);
    }

    [Fact]
    public async Task A_code_that_nobody_offered_is_told_to_who_asked_alone()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(SlackChannel, "Luna", "/link token-0000000000009999");
        var told = Alone(rooms, SlackChannel);
        Assert.Contains("No group has offered that code", told.Text);
        Assert.Equal("Luna", told.Recipient?.Name);
    }

    [Fact]
    public async Task A_code_ends_after_an_hour_and_serves_once()
    {
        using var rooms = new JoinedRooms();
        var code = await rooms.Code();
        await rooms.Bot.Advance(Duration.FromMinutes(61));
        await rooms.Says(SlackChannel, "Luna", $"/link {code}");
        Assert.Contains("No group has offered that code", Alone(rooms, SlackChannel).Text);

        code = await rooms.Code();
        await rooms.Says(SlackChannel, "Luna", $"/link {code}");
        await rooms.Says(WebRoom, "Tom", $"/link {code}");
        Assert.Contains("No group has offered that code", Alone(rooms, WebRoom).Text);
    }

    [Fact]
    public async Task No_row_and_no_export_holds_a_code()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Tom", "/me link");
        var own = rooms.Sent(Channel).Last(message => message.Recipient?.Name == "Tom").Text.Split("/me link ")[1].Split('\n')[0];
        var joining = await rooms.Code();
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(
            rooms.Bot.Table, Channel.Own, rooms.Bot.Time.GetCurrentInstant(), _ => true, output,
            () => ValueTask.CompletedTask, CancellationToken.None);
        var export = System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
        var rows = string.Join('\n', rooms.Bot.Table.Under(Channel.Own.PartitionKey, "now").Concat(rooms.Rows(Channel, "link"))
            .Select(row => System.Text.Encoding.UTF8.GetString(row.Data.Span)));
        Assert.All([own, joining], code =>
        {
            Assert.DoesNotContain(code, export);
            Assert.DoesNotContain(code, rows);
        });
        Assert.Contains("\"sides\"", export);
    }

    [Fact]
    public async Task Own_code_is_no_other_group()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(Channel, "Mara", $"/link {await rooms.Code()}");
        Assert.Contains("this very group's code", Alone(rooms, Channel).Text);
    }

    [Fact]
    public async Task Not_while_a_meeting_runs_that_would_stay_behind()
    {
        using var rooms = new JoinedRooms();
        var code = await rooms.Code();
        await rooms.Says(SlackChannel, "Luna", "/meeting start");
        Assert.Contains("First close it", await rooms.Says(SlackChannel, "Luna", $"/link {code}"));
    }

    [Fact]
    public async Task A_joined_conversation_asks_no_other_group()
    {
        using var rooms = await Made();
        Assert.Contains("on Teams already", await rooms.Says(SlackChannel, "Luna", "/link token-0000000000009999"));
    }

    [Fact]
    public async Task A_room_on_the_web_is_a_third_and_who_is_in_it_is_not_vouched_for()
    {
        using var rooms = await Made();
        await rooms.Says(WebRoom, "Nadia", $"/link {await rooms.Code()}");
        Assert.Contains("Nobody vouches", Words(rooms.Sent(Channel)[^1].Card!));
        Assert.DoesNotContain("chairs here too", Words(rooms.Sent(Channel)[^1].Card!));
        await rooms.Press(Channel, "Mara", rooms.Asked("Join them"));

        Assert.Contains("group's chairs: Mara", await rooms.Says(WebRoom, "Nadia", "/forget everything really"));
        await rooms.Says(WebRoom, "Nadia", "agenda add From the web");
        Assert.All(
            [Channel, SlackChannel, WebRoom], side => Assert.Contains("From the web", Words(rooms.Live(side, "agenda"))));
    }

    private static async Task<Card?> ShownSettings(JoinedRooms rooms)
    {
        await rooms.Says(SlackChannel, "Luna", "/settings");
        return rooms.Sent(SlackChannel)[^1].Card;
    }

    // What answers the errand and what answered the command go their own ways.
    private static Outgoing Alone(JoinedRooms rooms, ConversationReference at) =>
        rooms.Sent(at).Last(message => message.Recipient is not null);
}
