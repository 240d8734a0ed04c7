using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

public sealed class UnlinkTests
{
    [Fact]
    public async Task Each_has_its_own_again_and_the_group_keeps_what_was_recorded_together()
    {
        using var rooms = new JoinedRooms();
        await rooms.Says(SlackChannel, "Luna", "/agenda add Of before");
        await rooms.Join(SlackChannel);
        await rooms.Says(SlackChannel, "Luna", "/agenda add Together");
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        Assert.Contains("by itself again", rooms.Heard(SlackChannel)[^1]);
        Assert.Contains("out of this group", rooms.Heard(Channel)[^1]);

        await rooms.Says(SlackChannel, "Luna", "/agenda add After");
        Assert.Contains("Of before", Words(rooms.Live(SlackChannel, "agenda")));
        Assert.DoesNotContain("Together", Words(rooms.Live(SlackChannel, "agenda")));
        await rooms.Says(Channel, "Mara", "/agenda add Theirs");
        Assert.Contains("Together", Words(rooms.Live(Channel, "agenda")));
        Assert.DoesNotContain("Theirs", Words(rooms.Live(SlackChannel, "agenda")));
    }

    [Fact]
    public async Task Who_left_is_told_nothing_more_not_even_by_a_timer_set_there()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Luna", "/poll Lunch? | yes | no | until Wednesday 18:00");
        await rooms.Says(Channel, "Mara", "/unlink");
        var before = rooms.Sent(SlackChannel).Count;
        await rooms.Bot.Advance(Duration.FromDays(6));
        Assert.Contains(rooms.Heard(Channel), text => text.Contains("Lunch", StringComparison.Ordinal));
        Assert.Equal(before, rooms.Sent(SlackChannel).Count);
    }

    [Fact]
    public async Task Only_a_chair_may_and_only_where_something_is_joined()
    {
        using var rooms = await Made();
        Assert.Contains("group's chairs", await rooms.Says(SlackChannel, "Tom", "/unlink"));
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        Assert.Contains("by itself", await rooms.Says(Channel, "Mara", "/unlink"));
    }

    [Fact]
    public async Task Can_be_joined_again_to_this_or_another_group()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        await rooms.Join(SlackChannel);
        await rooms.Says(SlackChannel, "Luna", "/agenda add Together");
        Assert.Contains("Together", Words(rooms.Live(Channel, "agenda")));
    }

    [Fact]
    public async Task A_group_that_is_forgotten_lets_the_others_go()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/forget everything really");
        await rooms.Bot.Advance(Duration.FromMinutes(2));
        await rooms.Says(SlackChannel, "Luna", "/agenda add Mine");
        Assert.NotEmpty(rooms.Rows(SlackChannel, "item"));
        Assert.Empty(rooms.Rows(Channel, "item"));
    }

    private static string Chairs(JoinedRooms rooms) =>
        string.Join(", ", GroupRows.ReadGroup(new(rooms.Rows(Channel, "now")))!.Chairs.Select(chair => chair.Name));

    private static IReadOnlyList<string> Members(JoinedRooms rooms) =>
        [.. rooms.Rows(Channel, "member").Select(GroupRows.ReadMember).Select(member => member.Name)];

    [Fact]
    public async Task Chairs_and_members_who_were_only_there_go_with_it_and_the_record_keeps_their_names()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/meeting start");
        await rooms.Says(SlackChannel, "Tommy", "/note We met");
        await rooms.Says(SlackChannel, "Tommy", "/action Tommy: write it down");
        await rooms.Says(Channel, "Mara", "/meeting end");
        Assert.Equal("Mara, Luna", Chairs(rooms));
        Assert.Contains("Tommy", Members(rooms));
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        await rooms.Bot.Advance(Duration.FromMinutes(1));

        Assert.Equal("Mara", Chairs(rooms));
        Assert.Equal(["Mara"], Members(rooms));
        Assert.Contains("Tommy", System.Text.Encoding.UTF8.GetString(Assert.Single(rooms.Rows(Channel, "line")).Data.Span), StringComparison.Ordinal);
        Assert.Single(rooms.Rows(Channel, "action"));
        // What the conversation has by itself is its own.
        Assert.DoesNotContain("group's chairs", await rooms.Says(SlackChannel, "Luna", "/settings run everyone"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_known_by_another_account_or_may_be_in_what_is_left_stays()
    {
        using var rooms = await Made();
        await rooms.Join(SlackChannel with { Id = "C2" }, "Zoe");
        await rooms.Says(SlackChannel, "Tommy", "/help");
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        Assert.Equal("Mara, Luna, Zoe", Chairs(rooms));
        Assert.Contains("Tommy", Members(rooms));

        await rooms.Says(SlackChannel with { Id = "C2" }, "Zoe", "/me link");
        var code = rooms.Sent(SlackChannel with { Id = "C2" }).Last(message => message.Recipient?.Name == "Zoe").Text.Split("/me link ")[1].Split('\n')[0];
        await rooms.Says(Channel, "Zoe (lab)", $"/me link {code}");
        await rooms.Says(Channel, "Mara", "/unlink");
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        Assert.Equal("Mara, Zoe", Chairs(rooms));
        Assert.Equal(["Mara", "Zoe"], Members(rooms).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_go_in_parts_and_a_kill_between_loses_none()
    {
        using var rooms = await Made();
        for (var person = 0; person < 250; person++)
            await rooms.Bot.Table.CommitAsync(Channel.Own.PartitionKey, [GroupRows.Member(On(SlackChannel, $"P{person}"))], CancellationToken.None);
        var cut = 0;
        rooms.Bot.Table.Faults = call => call.Kind == "commit" && call.Changes.Any(change => change.RowKey.StartsWith("member|slack", StringComparison.Ordinal) && change is Tables.RowChange.Delete)
            ? (Fault)(++cut % 3) : Fault.None;
        await rooms.Says(Channel, "Mara", "/unlink");
        for (var minute = 0; minute < 10; minute++) await rooms.Bot.Advance(Duration.FromMinutes(1));
        Assert.Equal(["Mara"], Members(rooms));
        Assert.True(cut >= 4);
    }

    [Fact]
    public async Task Where_all_chairs_went_whoever_begins_chairs_as_in_a_new_group()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Luna", "/help");
        await rooms.Says(SlackChannel, "Luna", "/settings chairs Luna");
        Assert.Equal("Luna", Chairs(rooms));
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        Assert.Contains("Nobody chairs this group now", rooms.Heard(Channel)[^1], StringComparison.Ordinal);
        Assert.Contains("Tom is a chair of this group", await rooms.Says(Channel, "Tom", "/meeting start"), StringComparison.Ordinal);
        Assert.Equal("Tom", Chairs(rooms));
    }

    [Fact]
    public async Task Who_comes_back_with_the_conversation_is_a_member_again()
    {
        using var rooms = await Made();
        await rooms.Says(SlackChannel, "Tommy", "/help");
        await rooms.Says(SlackChannel, "Luna", "/unlink");
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        await rooms.Join(SlackChannel);
        await rooms.Says(SlackChannel, "Tommy", "/agenda add Again");
        Assert.Contains("Tommy", Members(rooms));
    }
}
