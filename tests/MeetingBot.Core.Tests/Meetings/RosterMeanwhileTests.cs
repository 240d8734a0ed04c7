using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>What happens between the question who is in a conversation and its answer.</summary>
public sealed class RosterMeanwhileTests
{
    private static readonly Delivery NotNow = new Delivery.Later(Duration.FromMinutes(3), "HTTP 503");

    private static FakeRoster Slow(string platform = "teams") => new(platform) { Answer = _ => new RosterReading([], NotNow) };

    private static void Tells(FakeRoster roster, params string[] names) =>
        roster.Answer = side => new RosterReading(FakeRoster.People(side.Platform, side.Tenant, names));

    private static IEnumerable<string> Members(JoinedRooms rooms) =>
        rooms.Rows(JoinedRooms.Channel, "member").Select(row => GroupRows.ReadMember(row).Name).Order();

    private static Task<TurnOutcome> Said(JoinedRooms rooms, ConversationReference at, string who, string text) =>
        rooms.Bot.Turn(rooms.Message(at, who, text)).AsTask();

    // The platform is asked and waited for; what else was said has been delivered.
    private static Task Waits(JoinedRooms rooms, FakeRoster roster) => Eventually.Until(
        () => roster.Asked.Count == 1 && rooms.Bot.Outbox.Waiting == 1 && rooms.Bot.Time.Waiting > 0, "the platform is waited for");

    private static async Task Answers(JoinedRooms rooms, FakeRoster roster, params string[] names)
    {
        Tells(roster, names);
        rooms.Bot.Time.AdvanceTo(rooms.Bot.Time.GetCurrentInstant() + Duration.FromMinutes(3));
        await rooms.Bot.Settled();
        await rooms.Bot.Advance(Duration.FromSeconds(2));
        Assert.Equal(2, roster.Asked.Count);
    }

    [Fact]
    public async Task GroupThatWasForgotten_KnowsNobodyAgain()
    {
        var roster = Slow();
        using var rooms = new JoinedRooms(rosters: [roster]);
        await Said(rooms, JoinedRooms.Channel, "Mara", "/poll Lunch? | yes | no");
        await Waits(rooms, roster);
        // What was promised since somebody asked for it would be waited for.
        rooms.Bot.Time.AdvanceTo(rooms.Bot.Time.GetCurrentInstant() + Duration.FromSeconds(1));
        await Said(rooms, JoinedRooms.Channel, "Mara", "/forget everything really");
        for (var second = 0; rooms.Rows(JoinedRooms.Channel, "timer").Count > 0; second++)
        {
            Assert.True(second < 60);
            await Eventually.Until(() => rooms.Bot.Outbox.Waiting == 1, "what was said is delivered");
            rooms.Bot.Time.AdvanceTo(rooms.Bot.Time.GetCurrentInstant() + Duration.FromSeconds(1));
            await rooms.Bot.Timers.FireDueAsync(CancellationToken.None);
        }
        Assert.Empty(Members(rooms));
        await Answers(rooms, roster, "Mara", "Tom");
        Assert.Empty(Members(rooms));
    }

    [Fact]
    public async Task WhoAskedAndHasLeft_IsNoMemberAgain()
    {
        var roster = Slow();
        using var rooms = new JoinedRooms(rosters: [roster]);
        await Said(rooms, JoinedRooms.Channel, "Mara", "/poll Lunch? | yes | no");
        await Waits(rooms, roster);
        await rooms.Bot.Turn(new MemberLeft("left", JoinedRooms.Channel, JoinedRooms.On(JoinedRooms.Channel, "Mara")));
        await Answers(rooms, roster, "Tom");
        Assert.Equal(["Tom"], Members(rooms));
    }

    [Fact]
    public async Task ConversationThatHasLeftTheGroup_TellsItNothing()
    {
        var slack = new FakeRoster("slack");
        using var rooms = new JoinedRooms(rosters: [slack]);
        await rooms.Join(JoinedRooms.SlackChannel);
        slack.Answer = _ => new RosterReading([], NotNow);
        await Said(rooms, JoinedRooms.Channel, "Mara", "/poll Lunch? | yes | no");
        await Waits(rooms, slack);
        await Said(rooms, JoinedRooms.SlackChannel, "Luna", "/unlink");
        await rooms.Bot.Timers.FireDueAsync(CancellationToken.None);
        await Answers(rooms, slack, "Luna", "Sven");
        Assert.Equal(["Mara"], Members(rooms));
    }

    [Fact]
    public async Task CrowdOfAGroupOfFourConversations_FitsWithAllThatItIsToldOf()
    {
        using var rooms = new JoinedRooms();
        foreach (var other in (string[])["C1", "C2", "C3"])
            await rooms.Join(JoinedRooms.SlackChannel with { Id = other });
        foreach (var meal in (string[])["Breakfast", "Brunch", "Lunch", "Tea", "Dinner"])
            await rooms.Says(JoinedRooms.Channel, "Mara", $"/poll {meal}? | yes | no");
        await rooms.Says(JoinedRooms.Channel, "Mara", "/risk new Tokens");
        await rooms.Says(JoinedRooms.Channel, "Mara", "/risk add Stolen token is replayed");
        await rooms.Says(JoinedRooms.Channel, "Mara", "/risk open until Wednesday 18:00");
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        string[] names = [.. Enumerable.Range(0, 80).Select(person => string.Create(CultureInfo.InvariantCulture, $"P{person:D3}"))];
        await rooms.Bot.Turn(new MembersAdded(
            "crowd", JoinedRooms.Channel, JoinedRooms.On(JoinedRooms.Channel, "Mara"), BotAdded: false,
            [.. names.Select(name => JoinedRooms.On(JoinedRooms.Channel, name))]));
        await rooms.Bot.Advance(Duration.FromMinutes(1));
        Assert.Equal(names, Members(rooms).Where(name => name.StartsWith('P')));
        Assert.Equal(names, rooms.Sent(JoinedRooms.Channel).Where(message => message.Slot == "score 1 1")
            .Select(message => message.Recipient!.Name).Where(name => name.StartsWith('P')).Order());
    }
}
