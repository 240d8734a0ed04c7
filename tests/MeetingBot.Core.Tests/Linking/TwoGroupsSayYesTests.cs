using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

/// <summary>Two groups that take one conversation in at the same moment: one has it, and the other is told.</summary>
public sealed class TwoGroupsSayYesTests
{
    private static readonly ConversationReference Second = SlackChannel with { Id = "C2" };

    /// <summary>The Slack channel has asked Mara's channel and Zoe's.</summary>
    private static async Task<JoinedRooms> Asked(JoinedRooms rooms)
    {
        var first = await rooms.Code();
        var second = (await rooms.Says(Second, "Zoe", "/link")).Split("/link ")[1].Split('\n')[0].Trim();
        await rooms.Says(Second, "Zoe", "/settings chairs Zoe");
        await rooms.Says(SlackChannel, "Luna", $"/link {first}");
        await rooms.Says(SlackChannel, "Luna", $"/link {second}");
        return rooms;
    }

    private static ValueTask<TurnOutcome> Yes(JoinedRooms rooms, ConversationReference at) => rooms.Bot.Turn(
        rooms.Message(at, at == Channel ? "Mara" : "Zoe", "/link yes") with { DeliveryId = $"yes {at.Id}" });

    private static bool Joins(TableCall call, ConversationReference at) => call.Kind == "commit" && call.Partition == at.Own.PartitionKey
        && call.Changes.Any(change => change.RowKey == GroupRows.GroupKey && Encoding.UTF8.GetString(change.Payload.Span).Contains("\"sides\"", StringComparison.Ordinal));

    private static bool Announces(TableCall call) => call.Kind == "commit" && call.Partition == SlackChannel.Own.PartitionKey
        && call.Changes.Any(change => change.RowKey == GroupRows.JoinedKey);

    private static bool Has(JoinedRooms rooms, ConversationReference at) =>
        GroupRows.ReadGroup(new(rooms.Rows(at, "now")))?.Sides?.Find(SlackChannel) is not null;

    /// <summary>The one that has it says so, the other says that it has not, and what is said there is said in the one.</summary>
    private static async Task IsOfOne(JoinedRooms rooms)
    {
        await rooms.Bot.Settled();
        Assert.True(Has(rooms, Channel) ^ Has(rooms, Second), $"{Has(rooms, Channel)} {Has(rooms, Second)}");
        var (one, other) = Has(rooms, Channel) ? (Channel, Second) : (Second, Channel);
        Assert.Equal(one.Own, await JoinedGroups.HomeAsync(rooms.Bot.Table, SlackChannel.Own, CancellationToken.None));
        Assert.Contains(rooms.Heard(other), text => text.Contains("has joined another group", StringComparison.Ordinal));
        await rooms.Says(SlackChannel, "Luna", "/agenda add Ours");
        Assert.Single(rooms.Rows(one, "item"));
        Assert.Empty(rooms.Rows(other, "item"));
        var before = rooms.Sent(SlackChannel).Count;
        await rooms.Says(other, other == Channel ? "Mara" : "Zoe", "/agenda add Not yours");
        Assert.Equal(before, rooms.Sent(SlackChannel).Count);
        Assert.DoesNotContain(GroupRows.ReadGroup(new(rooms.Rows(other, "now")))!.Chairs, chair => chair.Name == "Luna" && other == Channel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_later_commit_finds_that_the_other_has_it(bool turned)
    {
        using var rooms = await Asked(new JoinedRooms());
        var (slow, fast) = turned ? (Second, Channel) : (Channel, Second);
        var done = false;
        rooms.Bot.Table.Before = async call =>
        {
            if (done || !Joins(call, slow)) return;
            done = true;
            await Yes(rooms, fast);
            await rooms.Bot.Settled();
        };
        await Yes(rooms, slow);
        Assert.True(done);
        await IsOfOne(rooms);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    public async Task Whoever_writes_first_where_it_belongs(bool turned, int place)
    {
        using var rooms = await Asked(new JoinedRooms());
        var (slow, fast) = turned ? (Second, Channel) : (Channel, Second);
        var seen = 0;
        // Before the first word of where it belongs, and before the second, which settles it.
        rooms.Bot.Table.Before = async call =>
        {
            if (!Announces(call) || ++seen != place) return;
            await Yes(rooms, fast);
        };
        await Yes(rooms, slow);
        await rooms.Bot.Settled();
        rooms.Bot.Table.Before = null;
        if (Has(rooms, Channel) && Has(rooms, Second)) Assert.Fail("Both have it.");
        var one = Has(rooms, Channel) ? Channel : Second;
        Assert.True(Has(rooms, one));
        Assert.Equal(one.Own, await JoinedGroups.HomeAsync(rooms.Bot.Table, SlackChannel.Own, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_before_it_is_settled_is_made_good_by_who_comes_after(bool turned)
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        var (slow, fast) = turned ? (Second, Channel) : (Channel, Second);
        using (var rooms = await Asked(new JoinedRooms(table, time)))
        {
            var done = false;
            table.Before = async call =>
            {
                if (done || !Joins(call, slow)) return;
                done = true;
                await Yes(rooms, fast);
                await rooms.Bot.Settled();
            };
            // Stored, and cut off before anybody hears of it.
            table.Faults = call => Joins(call, slow) ? Fault.After : Fault.None;
            await Assert.ThrowsAsync<TableUnavailableException>(async () => await Yes(rooms, slow));
        }
        (table.Before, table.Faults) = (null, _ => Fault.None);
        time.Advance(NodaTime.Duration.FromMinutes(10));
        using var again = new JoinedRooms(table, time, "b");
        await again.Bot.Outbox.CareAsync(CancellationToken.None);
        await again.Bot.Settled();
        await IsOfOne(again);
    }

    [Fact]
    public async Task A_kill_before_the_commit_leaves_it_to_the_other()
    {
        using var rooms = await Asked(new JoinedRooms());
        rooms.Bot.Table.Faults = call => Joins(call, Channel) ? Fault.Before : Fault.None;
        await Assert.ThrowsAsync<TableUnavailableException>(async () => await Yes(rooms, Channel));
        rooms.Bot.Table.Faults = _ => Fault.None;
        await Yes(rooms, Second);
        await rooms.Bot.Settled();
        Assert.Contains("joined another", await rooms.Says(Channel, "Mara", "/link yes"), StringComparison.Ordinal);
        Assert.True(Has(rooms, Second));
        Assert.False(Has(rooms, Channel));
    }

    [Fact]
    public async Task Two_instances_say_yes_at_once_many_times()
    {
        for (var time = 0; time < 20; time++)
        {
            using var rooms = await Asked(new JoinedRooms());
            await Task.WhenAll(Task.Run(async () => await Yes(rooms, Channel)), Task.Run(async () => await Yes(rooms, Second)));
            await rooms.Bot.Settled();
            Assert.True(Has(rooms, Channel) ^ Has(rooms, Second));
        }
    }
}
