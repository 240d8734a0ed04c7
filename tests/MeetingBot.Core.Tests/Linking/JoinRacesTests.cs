using MeetingBot.Conversations;
using MeetingBot.Kit;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

public sealed class JoinRacesTests
{
    [Fact]
    public async Task Two_instances_know_the_same_group()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        using var one = new JoinedRooms(table, time, "a", exclusive: false);
        using var other = new JoinedRooms(table, time, "b", exclusive: false);
        await one.Bot.Outbox.StartAsync(CancellationToken.None);
        await other.Bot.Outbox.StartAsync(CancellationToken.None);
        // Both have seen the conversation as a group by itself.
        await other.Says(SlackChannel, "Luna", "/help");
        await one.Join(SlackChannel);

        await other.Bot.Turn(other.Message(SlackChannel, "Luna", "/agenda add From there") with { DeliveryId = "x1" });
        await one.Bot.Turn(one.Message(Channel, "Mara", "/agenda add From here") with { DeliveryId = "x2" });
        Assert.Equal(2, one.Rows(Channel, "item").Count);
        Assert.Empty(one.Rows(SlackChannel, "item"));
    }

    [Fact]
    public async Task Many_write_on_both_sides_and_nothing_is_lost()
    {
        using var rooms = await Made();
        await rooms.Says(Channel, "Mara", "/meeting start");
        var lines = Enumerable.Range(0, 40).Select(number => rooms.Message(
            number % 2 == 0 ? Channel : SlackChannel, number % 2 == 0 ? "Mara" : "Luna", $"/note line {number}"));
        await Task.WhenAll(lines.Select(line => rooms.Bot.Turn(line).AsTask()));
        await rooms.Bot.Settled();
        var minutes = (await rooms.Bot.Views.MinutesAsync(Channel.Own, null, CancellationToken.None))!;
        var record = Meetings.Documents.MinutesMarkdown.Write(minutes);
        Assert.All(Enumerable.Range(0, 40), number => Assert.Contains($"line {number}\n", record + "\n"));
    }

    [Fact]
    public async Task What_says_that_it_is_joined_without_the_groups_word_is_a_group_by_itself()
    {
        using var rooms = new JoinedRooms();
        // As if the commit that would have made it true was lost.
        await JoinedGroups.AnnounceAsync(rooms.Bot.Table, SlackChannel.Own, Channel.Own, CancellationToken.None);
        await rooms.Says(SlackChannel, "Luna", "/agenda add Mine");
        Assert.Single(rooms.Rows(SlackChannel, "item"));
        Assert.Empty(rooms.Rows(Channel, "item"));
    }

    [Fact]
    public async Task An_errand_that_is_carried_twice_asks_once()
    {
        using var rooms = new JoinedRooms();
        var code = await rooms.Code();
        await rooms.Says(SlackChannel, "Luna", $"/link {code}");
        await rooms.Says(SlackChannel, "Luna", $"/link {code}");
        Assert.Single(rooms.Sent(Channel), message => message.Card?.Title.Contains("asks to join", StringComparison.Ordinal) == true);
    }
}
