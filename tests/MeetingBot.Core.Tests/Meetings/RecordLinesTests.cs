using MeetingBot.Actions;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings;

public sealed class RecordLinesTests
{
    [Fact]
    public async Task Line_IsKeptWithSpeakerAuthorTimeAndItem()
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", "next");
        await room.Says("Luna", "DC - we should wait");
        var minute = MinuteRows.Read(Assert.Single(room.Table.Under(room.Partition, "line")));

        Assert.Equal((MinuteKind.Note, "we should wait", "DC", 1), (minute.Kind, minute.Text, minute.Speaker, minute.Item));
        Assert.Equal(("Luna", FakeTime.Start), (minute.Author.Name, minute.At));
    }

    [Fact]
    public async Task NoMeeting_LineIsTalk_UnlessSaidToTheBot()
    {
        using var room = new Room();
        Assert.Equal("", await room.Says("Luna", "Mara: x"));
        Assert.Contains("No meeting is running", await room.Says("Luna", "note: x"), StringComparison.Ordinal);
        Assert.Contains("No meeting is running", await room.Asks("Luna", "note: x"), StringComparison.Ordinal);
        Assert.Contains("No meeting is running", await room.Says("Luna", "/resolved x"), StringComparison.Ordinal);
        Assert.Equal("Action 1. Luna: x", await room.Says("Luna", "/action Luna to x"));
    }

    [Fact]
    public async Task LongLines_AreRefusedAndWhatIsKeptIsWhole()
    {
        using var room = await Room.InMeeting();
        Assert.Contains("A line has 8001 characters; 8000 fit. Nothing was recorded", await room.Says("Luna", "note: " + new string('x', 8_001)), StringComparison.Ordinal);
        Assert.Contains("2000 fit", await room.Says("Luna", "ACTION: " + new string('x', 2_001)), StringComparison.Ordinal);
        Assert.Contains("up to 80", await room.Says("Luna", "note: " + string.Join('\n', Enumerable.Repeat("ML - x", 81))), StringComparison.Ordinal);
        Assert.Contains("fit", await room.Says("Luna", "note: " + new string('x', 100_000)), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "line"));

        await room.Says("Luna", "note: " + new string('y', 8_000));
        Assert.Equal(8_000, MinuteRows.Read(Assert.Single(room.Table.Under(room.Partition, "line"))).Text.Length);
    }

    [Fact]
    public async Task EightyLongActionsAtOnce_AreTakenAndAnswered()
    {
        using var room = await Room.InMeeting();
        var text = string.Join('\n', Enumerable.Range(0, 80).Select(n => "ACTION: Luna to " + new string('界', 1_980)));
        Assert.StartsWith("Noted 80 lines, with action 1. Luna", await room.Says("Luna", text), StringComparison.Ordinal);
        Assert.Equal(80, room.Table.Under(room.Partition, "action").Count);
        Assert.All(room.Table.Under(room.Partition, "action"), row => Assert.Equal(1_980, ActionRows.Read(row).Text.Length));
    }

    [Fact]
    public async Task MeetingOfVeryLongMinutes_CanBeEnded()
    {
        using var room = await Room.InMeeting();
        for (var n = 0; n < 60; n++)
        {
            await room.Bot.Turn(room.Message("Luna", $"RESOLVED: {n} " + new string('@', 7_900)));
            await room.Bot.Turn(room.Message("Luna", string.Join('\n', Enumerable.Repeat("… " + new string('<', 7_900), 10))));
        }
        Assert.Contains("has ended", await room.Says("Mara", "meeting end"), StringComparison.Ordinal);
        Assert.All(room.Transcript.Where(message => message.Format is Conversations.TextFormat.Markdown), message => Assert.InRange(message.Text.Length, 1, 45_000));
        Assert.Equal(60, (await room.Minutes())!.Resolutions.Length);
    }

    [Fact]
    public async Task NothingBehindTheWord_IsAsked()
    {
        using var room = await Room.InMeeting();
        Assert.Contains("What should the note say?", await room.Asks("Luna", "note:"), StringComparison.Ordinal);
        await room.Asks("Luna", "note :\n\nsomething");
        Assert.Equal("something", MinuteRows.Read(Assert.Single(room.Table.Under(room.Partition, "line"))).Text);
    }

    [Fact]
    public async Task Continuation_JoinsTheLineOfTheSameAuthor()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - first");
        await room.Says("Jens", "DC - other");
        await room.Says("Luna", "… goes on");
        var lines = Assert.Single((await room.Minutes())!.Sections).Lines;
        Assert.Equal("goes on", Assert.Single(lines[0].Continuations));
        Assert.Empty(lines[1].Continuations);
    }

    [Fact]
    public async Task Continuations_StayInTheEntry_BulletsBulletsAndLinesLines()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - first\n  indented\nplain\n* one\n** two\nbehind the list");
        await room.Says("Luna", "... * dots");
        await room.Says("Luna", "… # the end");
        await room.Says("Luna", "DC - other");
        var minutes = MinutesMarkdown.Write((await room.Minutes())!);
        Assert.EndsWith(
            "ML - first  \nindented  \nplain\n* one\n  * two\n\nbehind the list\n* dots\n\n\\# the end\n\nDC - other\n",
            minutes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action Bo: send the list by Monday", "Action 1. Bo: send the list, by Mon 30 June")]
    [InlineData("ACTION Luna - send the list", "Action 1. Luna: send the list")]
    [InlineData("Action Luna and Bo to send the list", "Action 1. Luna and Bo: send the list")]
    [InlineData("todo: send the list", "Action 1. unassigned: send the list. Nobody has it yet; to give it to somebody: /action 1 @Luna")]
    [InlineData("To do: Bo to send the list", "Action 1. Bo: send the list")]
    [InlineData("AP: Bo to send the list", "Action 1. Bo: send the list")]
    public async Task Action_IsTakenHoweverItIsLabelled(string said, string answer)
    {
        using var room = await Room.InMeeting();
        Assert.Equal(answer, await room.Says("Luna", said));
        await room.Says("Mara", "end");
        Assert.Equal(answer.Replace("ction 1", "ction 2", StringComparison.Ordinal), await room.Says("Luna", said));
    }

    [Fact]
    public async Task Topics_DivideAnItem_AndNothingIsLost()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Luna", "note: before");
        await room.Says("Mara", "next");
        await room.Says("Luna", "note: a");
        await room.Says("Luna", "Topic: Sub");
        await room.Says("Luna", "note: b");
        await room.Says("Mara", "next really");
        await room.Says("Luna", "note: c");
        await room.Says("Mara", "go 1");
        await room.Says("Luna", "note: d");

        var sections = (await room.Minutes())!.Sections;
        Assert.Equal([null, "One", "Sub", "Two"], sections.Select(section => section.Heading));
        Assert.Equal(["before", "a", "b d", "c"], sections.Select(section => string.Join(' ', section.Lines.Select(line => line.Text))));
    }
}
