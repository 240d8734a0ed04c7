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
}
