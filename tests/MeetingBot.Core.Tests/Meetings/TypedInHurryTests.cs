using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>What people type of meetings, actions and settings who have read no syntax.</summary>
public sealed class TypedInHurryTests
{
    [Theory]
    [InlineData("/poll help", "Polls. ")]
    [InlineData("/agenda help", "Agenda. ")]
    [InlineData("/action help", "Actions. ")]
    [InlineData("/actions ?", "Actions. ")]
    [InlineData("/meeting help", "Meeting. ")]
    [InlineData("/minutes help", "Minutes. ")]
    [InlineData("/calendar help", "• /calendar")]
    [InlineData("/note help", "• note: ")]
    public async Task Help_BehindACommand_IsNoneOfItsTexts(string typed, string begins)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        Assert.StartsWith(begins, await room.Says("Mara", typed), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "action"));
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Theory]
    [InlineData("help with the budget is needed")]
    [InlineData("ACTION: Luna to help")]
    [InlineData("note: Tom needs help")]
    public async Task Help_InASentence_IsOfIt(string said)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        Assert.DoesNotContain("You can now", await room.Says("Mara", said) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agenda frobnicate", "Behind \"agenda\" I know no \"frobnicate\". There are add, edit, ")]
    [InlineData("/meeting frobnicate", "Behind \"meeting\" I know no \"frobnicate\". There are start, end, ")]
    public async Task WordThatIsNone_IsAnsweredWithThoseThatAre(string typed, string begins)
    {
        using var room = new Room();
        Assert.StartsWith(begins, await room.Says("Mara", typed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/meeting next Tuesday 10:00")]
    [InlineData("/meeting Tuesday 10:00")]
    [InlineData("/meeting date Tuesday 10:00")]
    [InlineData("/meeting schedule Tuesday at 10:00")]
    [InlineData("/meeting reschedule to Tuesday 10:00")]
    public async Task Date_IsSet(string typed)
    {
        using var room = new Room();
        await room.Says("Mara", typed);
        Assert.Contains("is on Tue ", await room.Says("Mara", "/when is the next meeting?"), StringComparison.Ordinal);
        Assert.Contains("10:00", await room.Says("Luna", "/when do we meet"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meeting date Friday 10:00 does not suit me")]
    [InlineData("meeting schedule Tuesday is full")]
    [InlineData("reschedule the meeting to Friday 10:00 if Tom agrees")]
    [InlineData("meeting on Friday 10:00 was moved, I hear")]
    public async Task Date_InTalk_IsTalk(string said)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        Assert.Equal("", await room.Says("Mara", said));
        Assert.DoesNotContain("10:00", await room.Says("Mara", "/when is the next meeting?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_ThatStandsAlone_NeedsNoSlash()
    {
        using var room = await Room.InMeeting("Welcome 5m");
        Assert.Contains("Fri 4 July", await room.Says("Mara", "meeting on Friday 4 July at 15:00 for 90 min"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/actions of Luna")]
    [InlineData("/actions for @Luna")]
    [InlineData("/action list")]
    [InlineData("/actions all")]
    public async Task Actions_AreListed(string typed)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        await room.Says("Mara", "ACTION: Luna to share the document");
        await room.Says("Mara", typed);
        await room.Advance(1);
        Assert.Contains("share the document", room.Bot.Channel.Sent[^1].Message.Card!.Text(), StringComparison.Ordinal);
        Assert.Single(room.Table.Under(room.Partition, "action"));
    }

    [Theory]
    [InlineData("/action delete 1")]
    [InlineData("/action remove #1")]
    [InlineData("/action cancel action 1")]
    public async Task Action_ThatIsToGo_IsNoNewOne(string typed)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        await room.Says("Mara", "ACTION: Luna to share the document");
        Assert.StartsWith("An action is closed rather than deleted: /done 1.", await room.Says("Mara", typed), StringComparison.Ordinal);
        Assert.Single(room.Table.Under(room.Partition, "action"));
    }

    [Theory]
    [InlineData("/action delete the old tokens")]
    [InlineData("ACTION: cancel 3 rooms")]
    [InlineData("/action list all tokens")]
    public async Task Action_ThatBeginsLikeACommand_IsOne(string typed)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        await room.Says("Mara", typed);
        Assert.Single(room.Table.Under(room.Partition, "action"));
    }

    [Theory]
    [InlineData("/settings timezone Zurich")]
    [InlineData("/settings time zone Europe/Zurich")]
    [InlineData("/set timezone Europe/Zurich")]
    [InlineData("/timezone Zurich")]
    [InlineData("/time zone Zurich")]
    [InlineData("settings zone Europe/Zurich")]
    public async Task Zone_ByOtherWords(string typed)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        Assert.StartsWith("Settled: time zone Europe/Zurich;", await room.Says("Mara", typed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time zone issues came up again")]
    [InlineData("Timezone Zurich works for most")]
    [InlineData("set zone limits before the summer")]
    [InlineData("time zones matter here")]
    [InlineData("Meeting dates: see the wiki")]
    public async Task Zone_InTalk_IsTalk(string said)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        Assert.Equal("", await room.Says("Mara", said));
    }

    [Theory]
    [InlineData("/minutes last")]
    [InlineData("/minutes of meeting 1")]
    [InlineData("/minutes meeting 1")]
    public async Task Minutes_ByOtherWords(string typed)
    {
        using var room = await Room.InMeeting("Welcome 5m");
        await room.Says("Mara", "note: the deadline is in September");
        await room.Says("Mara", typed);
        await room.Advance(1);
        Assert.StartsWith("Minutes: ", room.Bot.Channel.Sent[^1].Message.Card!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_ByOtherWords()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll Lunch? | yes | no");
        foreach (var typed in (string[])["/poll status", "/poll result", "/polls all"])
        {
            await room.Says("Mara", typed);
            await room.Advance(1);
            Assert.Contains("Lunch?", room.Bot.Channel.Sent[^1].Message.Card!.Title + room.Bot.Channel.Sent[^1].Message.Card!.Text(), StringComparison.Ordinal);
        }
        Assert.Contains("really", await room.Says("Mara", "/poll delete 1"), StringComparison.Ordinal);
    }
}
