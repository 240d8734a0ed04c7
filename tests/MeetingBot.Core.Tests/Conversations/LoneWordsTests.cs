using MeetingBot.Kit;

namespace MeetingBot.Conversations;

/// <summary>Words that people in a hurry type alone, where commands need no slash.</summary>
public sealed class LoneWordsTests
{
    [Theory]
    [InlineData("start", "\"Kick-off\" is running already.")]
    [InlineData("finish", "Kick-off has ended")]
    [InlineData("Stop.", "To end the meeting say \"end\"; to leave an item, \"next\". For example: /meeting end")]
    [InlineData("time", "Kick-off runs since 16:00 (4 min). Mara chairs. Now 1. One (10 min), for 4 min, 6 min left.")]
    [InlineData("who is here", "Present: Luna and Mara. Regrets: Tom.")]
    [InlineData("Who's here?", "Present: Luna and Mara. Regrets: Tom.")]
    [InlineData("who’s here", "Present: Luna and Mara. Regrets: Tom.")]
    [InlineData("what's next", "Kick-off runs since")]
    [InlineData("What is next?", "Kick-off runs since")]
    [InlineData("where are we?", "Kick-off runs since")]
    [InlineData("next please", "Now 2. Two")]
    [InlineData("ok, next item pls", "Now 2. Two")]
    [InlineData("Okay next, thanks!", "Now 2. Two")]
    [InlineData("please extend 5m", "1. One has until 16:15 (5 min more).")]
    [InlineData("skip this", "Skipped 1. One")]
    public async Task InAMeeting_AreAnswered(string said, string answer)
    {
        using var room = await Room.InMeeting("One 10m", "Two");
        await room.Says("Luna", "regrets Tom");
        await room.Says("Luna", "note: here");
        await room.Says("Mara", "next");
        await room.Advance(4);
        Assert.StartsWith(answer, await room.Says("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start", "Meeting 1 has started")]
    [InlineData("Start!", "Meeting 1 has started")]
    [InlineData("finish", "No meeting is running.")]
    [InlineData("stop", "To end the meeting say \"end\"")]
    [InlineData("time", "No meeting is running. The next one, Meeting 1, has 1 item on its agenda, first 1. One.")]
    [InlineData("what's next?", "No meeting is running. The next one, Meeting 1, has 1 item on its agenda, first 1. One.")]
    [InlineData("who is here", "Nobody is written down as present yet: no meeting is running.")]
    public async Task WithoutAMeeting_AreAnsweredToo(string said, string answer)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One");
        Assert.StartsWith(answer, await room.Says("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start by reading the notes")]
    [InlineData("Start with the sites")]
    [InlineData("Smart idea")]
    [InlineData("Smart!")]
    [InlineData("starts at three")]
    [InlineData("Finnish")]
    [InlineData("times")]
    [InlineData("stop it")]
    [InlineData("stop that please")]
    [InlineData("ok, thanks")]
    [InlineData("please")]
    [InlineData("next week please")]
    [InlineData("ok start with the sites please")]
    [InlineData("time flies")]
    [InlineData("finish it by Friday")]
    [InlineData("who is here from the north?")]
    [InlineData("what's next week like")]
    public async Task InASentence_AreTalk(string said)
    {
        using var room = new Room();
        Assert.Equal("", await room.Says("Mara", said));
    }

    [Fact]
    public async Task Status_TellsWhatComesNext()
    {
        using var room = await Room.InMeeting("One", "Two 5m");
        await room.Says("Mara", "next");
        Assert.EndsWith("1 item to come, next 2. Two (5 min).", await room.Says("Luna", "what's next"), StringComparison.Ordinal);
    }
}
