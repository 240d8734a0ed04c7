using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>The platform's own call: it starts and ends the meeting, its organiser chairs, people join and leave.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Call_StartsAndEndsTheMeeting_AndItsOrganiserChairs()
    {
        using var room = new Room();
        Assert.StartsWith("Weekly call has started (16:00", await room.Hears(room.Signal(SignalKind.Started, "c1")), StringComparison.Ordinal);
        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Joined, "c1", new SignalPerson(Room.Who("Jens"), false))));
        Assert.StartsWith("Mara organises the call and chairs.", await room.Hears(room.Signal(SignalKind.Joined, "c1", new SignalPerson(Room.Who("Mara"), true))), StringComparison.Ordinal);
        await room.Hears(room.Signal(SignalKind.Left, "c1", new SignalPerson(Room.Who("Jens"), false)));
        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Ended, "another")));
        Assert.Contains("Weekly call has ended", await room.Hears(room.Signal(SignalKind.Ended, "c1")), StringComparison.Ordinal);

        var minutes = (await room.Minutes())!;
        Assert.Equal("Mara", minutes.ChairName);
        Assert.Equal("Jens, Mara", string.Join(", ", minutes.Present));
    }

    [Fact]
    public async Task CallThatStartsDuringTheMeeting_IsItsCall()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Started, "c1")));
        Assert.Contains("Kick-off has ended", await room.Hears(room.Signal(SignalKind.Ended, "c1")), StringComparison.Ordinal);
        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Joined, "c1", new SignalPerson(Room.Who("Late"), true))));
    }

    [Fact]
    public async Task OrganiserOfTheFirstCall_ChairsTheGroup_AndNobodyElseMayTakeItOver()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));
        await room.Hears(room.Signal(SignalKind.Joined, "c1", Organiser("Mara")));

        Assert.Contains("the group's chairs: Mara.", await room.Says("Guest", "/settings chairs Guest"), StringComparison.Ordinal);
        Assert.Contains("the group's chairs: Mara.", await room.Says("Guest", "/forget"), StringComparison.Ordinal);
        await room.Hears(room.Signal(SignalKind.Ended, "c1"));
        Assert.Contains("the group's chairs: Mara.", await room.Says("Guest", "/settings chairs Guest"), StringComparison.Ordinal);
        Assert.StartsWith("Settled:", await room.Says("Mara", "/settings quiet on"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BeforeTheOrganiserJoins_NobodyRunsTheCall_UnlessTheyTakeTheChair()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));

        Assert.Contains("nobody does yet", await room.Says("Guest", "/meeting end"), StringComparison.Ordinal);
        Assert.Contains("nobody does yet", await room.Says("Guest", "/settings chairs Guest"), StringComparison.Ordinal);
        Assert.Contains("nobody does yet", (await room.Press("Guest", "forget", ("sure", "yes")))!.Text, StringComparison.Ordinal);
        Assert.Equal("Luna chairs now.", await room.Says("Luna", "/meeting chair me"));
        Assert.Equal("That is for who chairs: Luna.", await room.Says("Guest", "/settings quiet on"));
    }

    [Fact]
    public async Task ChairTakenBeforeTheOrganiserJoins_StaysTaken_AndTheGroupIsTheOrganisers()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));
        await room.Says("Luna", "/meeting chair me");

        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Joined, "c1", Organiser("Mara"))));

        Assert.Equal("Luna", (await room.Overview()).ChairName);
        Assert.Contains("the group's chairs: Mara.", await room.Says("Luna", "/settings quiet on"), StringComparison.Ordinal);
    }

    private static SignalPerson Organiser(string name) => new(Room.Who(name), true);
}
