using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Who becomes a chair of the group by starting its first meeting is told so, once.</summary>
public sealed class FirstChairTests
{
    private const string Told = "From now on Mara Lind is a chair of this group; to name others too: /settings chairs @Mara Lind, @name";

    [Fact]
    public async Task FirstStart_SaysWhoIsTheGroupsChairNow_AndNoLaterOneDoes()
    {
        using var room = new Room();
        Assert.EndsWith("\n" + Told, await room.Says("Mara Lind", "meeting start"), StringComparison.Ordinal);
        await room.Says("Mara Lind", "meeting end");
        Assert.DoesNotContain("of this group", await room.Says("Luna", "meeting start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExampleThatIsGiven_Works()
    {
        using var room = new Room();
        await room.Says("Luna", "hello");
        await room.Says("Mara Lind", "meeting start");
        await room.Says("Luna", "note: here");
        Assert.Contains("chairs Mara Lind and Luna;", await room.Says("Mara Lind", "/settings chairs @Mara Lind, @Luna"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrganiserOfTheFirstCall_IsToldTheSame()
    {
        using var room = new Room();
        Assert.DoesNotContain("of this group", await room.Hears(room.Signal(SignalKind.Started, "c1")), StringComparison.Ordinal);
        var joined = room.Signal(SignalKind.Joined, "c1", new SignalPerson(Room.Who("Mara Lind"), true));
        Assert.EndsWith("\n" + Told, await room.Hears(joined), StringComparison.Ordinal);
        await room.Hears(room.Signal(SignalKind.Ended, "c1"));

        await room.Hears(room.Signal(SignalKind.Started, "c2"));
        var again = await room.Hears(room.Signal(SignalKind.Joined, "c2", new SignalPerson(Room.Who("Mara Lind"), true)));
        Assert.StartsWith("Mara Lind organises the call and chairs.", again, StringComparison.Ordinal);
        Assert.DoesNotContain("of this group", again, StringComparison.Ordinal);
    }
}
