using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;
using static MeetingBot.Kit.JoinedRooms;

namespace MeetingBot.Linking;

/// <summary>A request to be joined does not outlive either side.</summary>
public sealed class ForgottenRequestTests
{
    private static IReadOnlyList<Tables.Row> Requests(JoinedRooms rooms) => rooms.Bot.Table.Under(Channel.Own.PartitionKey, "link", "asked");

    private static async Task<JoinedRooms> Asked()
    {
        var rooms = new JoinedRooms();
        var code = await rooms.Code();
        await rooms.Says(SlackChannel, "Luna", "/settings chairs Luna");
        await rooms.Says(SlackChannel, "Luna", $"/link {code}");
        Assert.Single(Requests(rooms));
        return rooms;
    }

    [Fact]
    public async Task When_who_asked_is_forgotten_it_is_dropped_and_told()
    {
        using var rooms = await Asked();
        await rooms.Says(SlackChannel, "Luna", "/forget everything really");
        Assert.Empty(Requests(rooms));
        Assert.Contains("asks no more", rooms.Heard(Channel)[^1], StringComparison.Ordinal);
        await rooms.Bot.Advance(Duration.FromMinutes(2));
        Assert.Contains("No conversation is asking", await rooms.Says(Channel, "Mara", "/link yes"), StringComparison.Ordinal);
        Assert.Empty(rooms.Bot.Table.Under(SlackChannel.Own.PartitionKey, "link"));
    }

    [Fact]
    public async Task Who_says_yes_before_that_is_heard_joins_nothing()
    {
        using var rooms = await Asked();
        rooms.Bot.Table.Faults = call => call.Kind == "commit" && call.Partition == Channel.Own.PartitionKey
            && call.Changes.Any(change => change is Tables.RowChange.Delete { RowKey: var key } && key.StartsWith("link|", StringComparison.Ordinal))
            && !call.Changes.Any(change => change.RowKey == GroupRows.GroupKey) ? Fault.Before : Fault.None;
        await rooms.Bot.Turn(rooms.Message(SlackChannel, "Luna", "/forget everything really"));
        var said = (await rooms.Bot.Turn(new CardAnswer("x1", Channel, On(Channel, "Mara"), "link yes",
            System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, "m1", WantsAnswer: true))).Answer!;
        Assert.Contains("was deleted since it asked", said.Text, StringComparison.Ordinal);
        Assert.Null(GroupRows.ReadGroup(new(rooms.Rows(Channel, "now")))!.Sides);
    }

    [Fact]
    public async Task When_who_was_asked_is_forgotten_it_is_gone_too()
    {
        using var rooms = await Asked();
        await rooms.Says(Channel, "Mara", "/forget everything really");
        await rooms.Bot.Advance(Duration.FromMinutes(2));
        Assert.Empty(Requests(rooms));
        Assert.Contains("No conversation is asking", await rooms.Says(Channel, "Eve", "/link yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_forgotten_may_ask_again()
    {
        using var rooms = await Asked();
        await rooms.Says(SlackChannel, "Luna", "/forget everything really");
        await rooms.Bot.Advance(Duration.FromMinutes(2));
        await rooms.Says(SlackChannel, "Luna", $"/link {await rooms.Code()}");
        Assert.Contains("one group now", await rooms.Says(Channel, "Mara", "/link yes"), StringComparison.Ordinal);
    }
}
