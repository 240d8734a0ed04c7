using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>While nobody who chairs is there, somebody who is may take the chair: of this meeting, never of the group.</summary>
public sealed class VacantChairTests
{
    private const string TookOver = "Luna chairs now, as Mara has left the call. To take the chair back, Mara or a chair of the group says: /meeting chair me";

    [Theory]
    [InlineData("/settings chairs me")]
    [InlineData("/settings zone UTC")]
    [InlineData("/forget")]
    [InlineData("/forget everything really")]
    public async Task WhoTakesTheChairOfACall_IsNoChairOfTheGroup(string typed)
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));
        Assert.Equal("Luna chairs now.", await room.Says("Luna", "/meeting chair me"));

        Assert.Contains("for the group's chairs, which nobody is yet", await room.Says("Luna", typed), StringComparison.Ordinal);
        Assert.Contains("No item", await room.Says("Luna", "status"), StringComparison.Ordinal);
        Assert.StartsWith("Weekly call has ended", await room.Says("Luna", "meeting end"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupWithoutAChair_GetsItsFirst_ByAMeetingStartedByHand()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));
        await room.Says("Luna", "/meeting chair me");
        await room.Hears(room.Signal(SignalKind.Ended, "c1"));

        Assert.Contains("From now on Mara is a chair of this group", await room.Says("Mara", "meeting start"), StringComparison.Ordinal);
        Assert.Contains("the group's chairs: Mara.", await room.Says("Luna", "/settings quiet on"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChairWhoLeft_IsReplacedBySomebodyPresent_AndAllAreTold()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara"));

        Assert.Contains("Mara chairs, but has left the call (take it: /meeting chair me)", await room.Says("Luna", "status"), StringComparison.Ordinal);
        Assert.Equal("That is for who chairs: Mara and Zora. Mara has left the call: who is there may take the chair with /meeting chair me", await room.Says("Luna", "next"));
        Assert.Contains("/meeting chair", (await room.Says("Luna", "help")).Split("For who chairs")[0], StringComparison.Ordinal);
        Assert.Equal(TookOver, await room.Says("Luna", "/meeting chair me"));
        Assert.Equal("Luna", (await room.Overview()).ChairName);
        Assert.Contains("\"Weekly call\"", await room.Says("Luna", "meeting start"), StringComparison.Ordinal);
        Assert.Contains("the group's chairs: Zora.", await room.Says("Luna", "/settings quiet on"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mara")]
    [InlineData("Zora")]
    public async Task EarlierChairOrChairOfTheGroup_TakesItBackWithOneCommand(string who)
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara"));
        await room.Says("Luna", "/meeting chair me");
        await room.Hears(Joined(room, "Mara"));
        Assert.StartsWith("That is for who chairs: Luna", await room.Says(who == "Mara" ? "Mara" : "Tom", "meeting end"), StringComparison.Ordinal);

        Assert.Equal($"{who} chairs now.", await room.Says(who, "/meeting chair me"));
        Assert.StartsWith("That is for who chairs: ", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChairTakenBack_IsNobodyElses_AndOneGivenAwayIsNotReclaimed()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara"));
        await room.Says("Luna", "/meeting chair me");
        await room.Hears(Left(room, "Luna"));
        Assert.StartsWith("Tom chairs now, as Luna has left", await room.Says("Tom", "/meeting chair me"), StringComparison.Ordinal);
        await room.Hears(Joined(room, "Luna"));
        await room.Hears(Joined(room, "Mara"));
        Assert.Equal("Luna chairs now.", await room.Says("Luna", "/meeting chair me"));
        Assert.Equal("Mara chairs now.", await room.Says("Mara", "/meeting chair me"));
        Assert.StartsWith("That is for", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
        Assert.Equal("Tom chairs now.", await room.Says("Mara", "/meeting chair Tom"));
        Assert.StartsWith("That is for", await room.Says("Mara", "/meeting chair me"), StringComparison.Ordinal);
        Assert.StartsWith("That is for", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChairOfTheGroupWhoSettlesIt_LeavesNoClaimOpen()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara"));
        await room.Says("Luna", "/meeting chair me");
        Assert.Equal("Tom chairs now.", await room.Says("Zora", "/meeting chair Tom"));
        await room.Hears(Joined(room, "Mara"));
        Assert.StartsWith("That is for", await room.Says("Mara", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileTheChairIsThere_OrIsBack_NobodyTakesIt()
    {
        using var room = await Call();
        Assert.StartsWith("That is for who chairs: Mara and Zora. A chair can hand over", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
        await room.Hears(Left(room, "Mara"));
        await room.Hears(Joined(room, "Mara"));
        Assert.StartsWith("That is for who chairs: Mara and Zora. A chair can hand over", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
        await room.Hears(Left(room, "Mara"));
        Assert.Equal("Mara chairs now.", await room.Says("Mara", "/meeting chair me"));
        Assert.StartsWith("That is for", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhoIsPresentTakesIt_AndOnlyForThemselves()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara", "Tom"));
        Assert.StartsWith("That is for", await room.Says("Luna", "/meeting chair Tom"), StringComparison.Ordinal);
        Assert.Equal("You have left the call yourself: who is there may take the chair with /meeting chair me", await room.Says("Tom", "/meeting chair me"));
        Assert.StartsWith("Luna chairs now, as", await room.Says("Luna", "/meeting chair @Luna"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChairHandedToSomebodyWhoHasLeft_CanBeTaken()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Tom"));
        Assert.Equal("Tom chairs now, but has left the call: who is there may take the chair with /meeting chair me", await room.Says("Mara", "/meeting chair Tom"));
        Assert.StartsWith("Luna chairs now, as Tom has left", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWhoTakeItAtOnce_OneWins_AndTheOtherIsTold()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara"));
        var raced = false;
        room.Table.Before = async call =>
        {
            if (raced || call.Kind != "commit" || !call.Key.StartsWith("seen|", StringComparison.Ordinal)) return;
            raced = true;
            await room.Bot.Turn(room.Message("Luna", "/meeting chair me"));
        };

        var told = await room.Says("Tom", "/meeting chair me");

        Assert.Contains(TookOver, told, StringComparison.Ordinal);
        Assert.Contains("That is for who chairs: Luna and Zora. A chair can hand over: /meeting chair @Tom", told, StringComparison.Ordinal);
        Assert.Equal("Luna", (await room.Overview()).ChairName);
    }

    [Fact]
    public async Task ChairWhoIsBackAsItIsTaken_KeepsIt()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara"));
        var raced = false;
        room.Table.Before = async call =>
        {
            if (raced || call.Kind != "commit" || !call.Key.StartsWith("seen|", StringComparison.Ordinal)) return;
            raced = true;
            await room.Bot.Turn(Joined(room, "Mara"));
        };

        Assert.StartsWith("That is for who chairs: Mara", await room.Says("Tom", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReopenedByItsChair_TheMeetingHasAChair()
    {
        using var room = await Call();
        await room.Hears(Left(room, "Mara", "Luna", "Tom"));
        await room.Hears(room.Signal(SignalKind.Ended, "c1"));
        await room.Says("Mara", "meeting reopen");
        Assert.StartsWith("That is for", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MeetingWithoutACall_HasNoVacantChair()
    {
        using var room = await Room.InMeeting();
        Assert.StartsWith("That is for who chairs: Mara. A chair", await room.Says("Luna", "/meeting chair me"), StringComparison.Ordinal);
    }

    // Zora is the group's chair and is not there; Mara chairs, Luna and Tom take part.
    private static async Task<Room> Call()
    {
        var room = new Room();
        await room.Says("Zora", "meeting start");
        await room.Says("Zora", "meeting end");
        await room.Hears(room.Signal(SignalKind.Started, "c1"));
        await room.Hears(Joined(room, "Mara", "Luna", "Tom"));
        await room.Says("Mara", "/meeting chair me");
        return room;
    }

    private static MeetingSignal Joined(Room room, params string[] names) => room.Signal(SignalKind.Joined, "c1", People(names));

    private static MeetingSignal Left(Room room, params string[] names) => room.Signal(SignalKind.Left, "c1", People(names));

    private static SignalPerson[] People(string[] names) => [.. names.Select(name => new SignalPerson(Room.Who(name), false))];
}
