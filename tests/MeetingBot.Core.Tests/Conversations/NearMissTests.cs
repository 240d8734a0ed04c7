using MeetingBot.Kit;
using MeetingBot.Meetings.Presence;

namespace MeetingBot.Conversations;

/// <summary>What was meant for the bot where no slash is needed, and went slightly wrong.</summary>
public sealed class NearMissTests
{
    [Theory]
    [InlineData("agneda add Budget", "agenda add")]
    [InlineData("agenda ad Budget", "agenda add")]
    [InlineData("metting start", "meeting start")]
    [InlineData("meting start OSCT-2", "meeting start")]
    [InlineData("exend 5m", "extend")]
    [InlineData("agenda drop two", "agenda drop")]
    [InlineData("done 2, x", "done")]
    public async Task Slip_IsAnsweredWithAnExample(string said, string meant)
    {
        using var room = await Room.InMeeting("One");

        Assert.Contains(meant, await room.Says("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agenda and budget are attached")]
    [InlineData("meeting started late today")]
    [InlineData("the text is fine")]
    [InlineData("done with that")]
    [InlineData("not now")]
    public async Task Talk_IsLeftAlone(string said)
    {
        using var room = await Room.InMeeting("One");

        Assert.Equal("", await room.Says("Luna", said));
    }

    [Theory]
    [InlineData("note: too late", "No meeting is running")]
    [InlineData("RESOLVED: too late", "No meeting is running")]
    [InlineData("ACTION: Ian to send thanks", "Action 1. Ian: send thanks")]
    [InlineData("todo: me to call Anna", "Action 1. Mara: call Anna")]
    [InlineData("Luna: see you", "")]
    [InlineData("ML - see you", "")]
    public async Task WithoutAMeeting_WhatIsLabelledIsAnswered(string said, string answer)
    {
        using var room = new Room();

        Assert.StartsWith(answer, await room.Says("Mara", said), StringComparison.Ordinal);
    }

    [Fact]
    public void WhereCommandsNeedASlash_ItIsTalkLikeAnyOther()
    {
        using var room = new Room();
        var said = room.Message("Luna", "agneda add Budget") with { Bare = false };

        Assert.IsType<NotePresence>(MeetingCommands.Reader.Read(said));
    }
}
