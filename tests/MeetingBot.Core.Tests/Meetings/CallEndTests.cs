using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>The end of the platform's call ends the meeting that is that call, and no other.</summary>
public sealed class CallEndTests
{
    [Fact]
    public async Task CallOfWhichNoIdIsTold_EndsNoMeetingThatWasStartedByWords()
    {
        using var room = await Room.InMeeting();

        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Ended, null)));

        Assert.NotNull((await room.Overview()).StartedAt);
    }

    [Fact]
    public async Task CallOfWhichNoIdIsTold_EndsTheMeetingThatItStarted()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, null));

        Assert.Contains("Weekly call has ended", await room.Hears(room.Signal(SignalKind.Ended, null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallOfWhichNoIdIsTold_StartedDuringTheMeeting_IsItsCall()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Started, null)));

        Assert.Contains("Kick-off has ended", await room.Hears(room.Signal(SignalKind.Ended, null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallOfWhichNoIdIsTold_EndsNoMeetingThatIsAnotherCall()
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, "c1"));

        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Ended, null)));
        Assert.NotNull((await room.Overview()).StartedAt);
    }

    [Theory]
    [InlineData("c2", "c1")]
    [InlineData("c2")]
    public async Task CallOfTwoIds_EndsByEither(params string[] atTheEnd)
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, null) with { CallIds = ["c1", "c2"] });

        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Ended, "c3")));
        Assert.Contains("has ended", await room.Hears(room.Signal(SignalKind.Ended, null) with { CallIds = [.. atTheEnd] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c1")]
    [InlineData(null)]
    public async Task LateEnd_DoesNotEndTheMeetingThatGoesOn(string? call)
    {
        using var room = new Room();
        await room.Hears(room.Signal(SignalKind.Started, call));
        await room.Hears(room.Signal(SignalKind.Joined, call, new SignalPerson(Room.Who("Mara"), true)));
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "meeting reopen");

        Assert.Equal("", await room.Hears(room.Signal(SignalKind.Ended, call)));
        Assert.NotNull((await room.Overview()).StartedAt);
    }
}
