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
        Assert.Contains("which nobody is yet", await room.Says("Guest", "/settings chairs Guest"), StringComparison.Ordinal);
        Assert.Contains("which nobody is yet", (await room.Press("Guest", "forget", ("sure", "yes")))!.Text, StringComparison.Ordinal);
        Assert.Equal("Luna chairs now.", await room.Says("Luna", "/meeting chair me"));
        Assert.Equal("That is for the group's chairs, which nobody is yet: the organiser will be on joining the call, or who starts the next meeting by hand with /meeting start.", await room.Says("Guest", "/settings quiet on"));
    }

    [Fact]
    public async Task ChairTakenBeforeTheOrganiserJoins_StaysTaken_AndTheGroupIsTheOrganisers()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));
        await room.Says("Luna", "/meeting chair me");

        Assert.StartsWith("From now on Mara is a chair of this group", await room.Hears(room.Signal(SignalKind.Joined, "c1", Organiser("Mara"))), StringComparison.Ordinal);

        Assert.Equal("Luna", (await room.Overview()).ChairName);
        Assert.Contains("the group's chairs: Mara.", await room.Says("Luna", "/settings quiet on"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoLeft_IsNoLongerInThePanel_AndTheMinutesSayWhen()
    {
        using var room = await Room.InMeeting();
        await room.Hears(room.Signal(SignalKind.Joined, "c1", Guest("Jens"), Guest("Luna"), Guest("Tom")));
        await room.Says("Jens", "note: I must go");
        await room.Advance(30);
        await room.Hears(room.Signal(SignalKind.Left, "c1", Guest("Jens"), Guest("Luna")));
        await room.Advance(10);
        await room.Hears(room.Signal(SignalKind.Joined, "c1", Guest("Luna")));

        Assert.Equal("Luna, Mara, Tom", string.Join(", ", (await room.Overview()).Present));
        Assert.Equal("Jens (left 16:30), Luna, Mara, Tom", string.Join(", ", (await room.Minutes())!.Present));
        await room.Hears(room.Signal(SignalKind.Left, "c1", Guest("Tom")));
        await room.Advance(1);
        await room.Says("Mara", "meeting end");
        Assert.Equal("Jens (left 16:30), Luna, Mara, Tom", string.Join(", ", (await room.Minutes())!.Present));
    }

    [Fact]
    public async Task WhoseNameIsNotTold_IsNoEmptyNameInTheLists()
    {
        using var room = await Room.InMeeting();
        var nameless = new SignalPerson(Room.Who("Ghost") with { Name = "" }, false);
        await room.Hears(room.Signal(SignalKind.Joined, "c1", nameless, Guest("Jens")));
        Assert.Equal("Jens, Mara", string.Join(", ", (await room.Overview()).Present));
        await room.Says("Ghost", "note: I can speak");
        await room.Hears(room.Signal(SignalKind.Left, "c1", Guest("Ghost")));
        Assert.Equal("Jens, Mara", string.Join(", ", (await room.Overview()).Present));
        await room.Hears(room.Signal(SignalKind.Joined, "c1", nameless));
        Assert.Equal("Ghost, Jens, Mara", string.Join(", ", (await room.Overview()).Present));
    }

    [Fact]
    public async Task HundredsAtOnce_NobodyIsLeftOut()
    {
        using var room = await Room.InMeeting();
        var people = Enumerable.Range(1, 499).Select(n => Guest($"P{n:000}")).Append(Organiser("Zora")).ToArray();
        var joined = room.Signal(SignalKind.Joined, "c1", people);

        await room.Hears(joined);
        Assert.Equal(501, (await room.Overview()).Present.Length);
        Assert.True((await room.Bot.Turn(joined)).Repeated);
        await room.Hears(new MembersAdded("m1", room.Conversation, Room.Who("Mara"), true, [.. people.Select(one => one.Person)]));
        Assert.Equal(501, room.Table.Under(room.Partition, "member").Count(row => !row.RowKey.Contains("platform", StringComparison.Ordinal)));
        Assert.Single(room.Transcript, said => said.Text.StartsWith("Hello", StringComparison.Ordinal));
        await room.Hears(room.Signal(SignalKind.Left, "c1", people));
        Assert.Equal("Mara", string.Join(", ", (await room.Overview()).Present));
    }

    private static SignalPerson Guest(string name) => new(Room.Who(name), false);

    private static SignalPerson Organiser(string name) => new(Room.Who(name), true);
}
