using MeetingBot.Cards;
using MeetingBot.Kit;

namespace MeetingBot.Actions;

public sealed class ActionsTests
{
    [Fact]
    public async Task Listed_ByDueDay_OverdueMarked_AndClosedByTheCard()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to b by 3 July");
        await room.Says("Luna", "ACTION: Jens to a by 30 June");
        await room.Says("Luna", "ACTION: c");
        room.Time.Advance(NodaTime.Duration.FromDays(4));
        await room.Says("Mara", "/actions");
        var card = room.Transcript[^1].Card!;
        var rows = card.Body.OfType<CardTable>().Single().Rows;
        Assert.Equal(["2 Jens a Mon 30 June – overdue", "1 Luna b Thu 3 July", "3 unassigned c "], rows.Select(row => string.Join(' ', row)));

        Assert.Equal("Done: 2. Jens: a, by Mon 30 June", (await room.Press("Mara", card.Buttons[0], ("number", "2")))!.Text);
        Assert.Equal("Action 2 was done already (Mara). To open it again: /reopen 2", await room.Says("Luna", "done 2"));
        Assert.StartsWith("Open again: 2. Jens: a", await room.Says("Luna", "reopen #2"), StringComparison.Ordinal);
        Assert.Equal("Action 2 is open.", await room.Says("Luna", "reopen 2"));
    }

    [Theory]
    [InlineData("actions Luna", "1 3")]
    [InlineData("actions mine", "1 3")]
    [InlineData("actions @Jens", "2 3")]
    [InlineData("actions unassigned", "4")]
    [InlineData("actions", "1 2 3 4")]
    [InlineData("show actions.", "1 2 3 4")]
    public async Task Listed_OfOnePerson(string said, string numbers)
    {
        using var room = await Room.InMeeting();
        string[] lines = ["ACTION: Luna to a", "ACTION: Jens to b", "ACTION: Luna and Jens to c", "ACTION: d"];
        foreach (var line in lines) await room.Says("Mara", line);
        await room.Says("Luna", said);
        Assert.Equal(numbers, string.Join(' ', room.Transcript[^1].Card!.Body.OfType<CardTable>().Single().Rows.Select(row => row[0])));
    }

    [Theory]
    [InlineData("actions mine", "Mara Lind", "1 2")]
    [InlineData("actions Mara", "Tom", "2")]
    [InlineData("actions ML", "Tom", "1 2")]
    [InlineData("actions mine", "Mara Lind (guest)", "2")]
    [InlineData("actions mine", "Jens", "3")]
    public async Task ShortForm_IsWhoseItIs(string said, string by, string numbers)
    {
        using var room = await Room.InMeeting();
        foreach (var line in new[] { "ACTION: ML to a", "ACTION: Mara Lind to b", "ACTION: Jens Holm to c" })
            await room.Says("Luna", line);
        await room.Says(by, said);
        Assert.Equal(numbers, string.Join(' ', room.Transcript[^1].Card!.Body.OfType<CardTable>().Single().Rows.Select(row => row[0])));
    }

    [Theory]
    [InlineData("/actions Tom", "No action of Tom is open; 2 others are: /actions")]
    [InlineData("/actions mine", "No action of yours is open; 2 others are: /actions")]
    [InlineData("/actions unassigned", "No action is unassigned; 2 that are open are somebody's: /actions")]
    [InlineData("/actions Jens", "No action of Jens is open; 2 others are: /actions")]
    public async Task NoneOfTheirs_IsSaid_AndHowManyOthersAreOpen(string said, string answer)
    {
        using var room = await Room.InMeeting();
        foreach (var line in new[] { "ACTION: Luna to a", "ACTION: Luna to b", "ACTION: Jens to c" })
            await room.Says("Luna", line);
        await room.Says("Luna", "done 3");
        Assert.Equal(answer, await room.Says("Tom", said));
    }

    [Theory]
    [InlineData("by Friday", "by Fri 27 June (today)")]
    [InlineData("by next Friday", "by Fri 4 July")]
    [InlineData("by Monday", "by Mon 30 June")]
    [InlineData("by 11 July", "by Fri 11 July")]
    [InlineData("by 3 May", "by Sun 3 May 2026 (next year)")]
    [InlineData("until 31.12.", "by Wed 31 December")]
    [InlineData("by 1 March 2028", "by Wed 1 March 2028")]
    public async Task DueDay_IsSaidSoThatASlipIsSeen(string typed, string said)
    {
        using var room = await Room.InMeeting();
        Assert.Equal("Action 1. Luna: share it, " + said, await room.Says("Luna", $"ACTION: Luna to share it {typed}"));
        Assert.StartsWith("Noted 2 lines, with action 2. Luna: " + new string('x', 99) + "…, " + said,
            await room.Says("Luna", $"ACTION: Luna to {new string('x', 500)} {typed}\nML - fine"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by 30 Feb", "30 Feb", "28 February")]
    [InlineData("by Monday 1 July.", "Monday 1 July", "1 July")]
    [InlineData("due 31.4.2026", "31.4.2026", "30 April")]
    [InlineData("by 1/12/2026", "1/12/2026", "1 December 2026")]
    public async Task DateThatCannotBe_IsQuoted_AndTheActionKeptWithoutADay(string typed, string quoted, string instead)
    {
        using var room = await Room.InMeeting();
        var said = await room.Says("Luna", $"ACTION: Luna to share it {typed}");
        Assert.Equal($"Action 1. Luna: share it {typed}. I could not read the date \"{quoted}\"; write it as \"by {instead}\".", said);
        Assert.EndsWith($". I could not read the dates \"{quoted}\" and \"40 July\"; write them as \"by {instead}\".",
            await room.Says("Luna", $"ACTION: Luna to a {typed}\nACTION: Jens to b by 40 July\nACTION: Jens to c by {instead}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by 3 May 2025", "3 May 2025", "3 May")]
    [InlineData("by 26 June 2025.", "26 June 2025", "26 June 2026")]
    [InlineData("by 2024-12-24", "2024-12-24", "24 December")]
    [InlineData("by 29 Feb 2024", "29 Feb 2024", "29 February 2028")]
    [InlineData("by end of May 2025", "end of May 2025", "31 May 2026")]
    [InlineData("by yesterday", "yesterday", "4 July")]
    [InlineData("by last Friday", "last Friday", "4 July")]
    public async Task PastDate_IsSaidToBePast_AndTheActionKeptWithoutADay(string typed, string quoted, string instead)
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            $"Action 1. Luna: share it {typed}. \"{quoted}\" is past, so it is kept without a due day; a day to come is written as \"by {instead}\".",
            await room.Says("Luna", $"ACTION: Luna to share it {typed}"));
        Assert.EndsWith(
            $". I could not read the date \"40 July\"; write it as \"by 31 July\". \"{quoted}\" is past, so it is kept without a due day; a day to come is written as \"by {instead}\".",
            await room.Says("Luna", $"ACTION: Luna to a {typed}\nACTION: Jens to b by 40 July"), StringComparison.Ordinal);
        Assert.All((await room.Overview()).OpenActions, action => Assert.Null(action.DueOn));
    }

    [Theory]
    [InlineData("actions luna", true)]
    [InlineData("actions mine", true)]
    [InlineData("actions @Nobody", true)]
    [InlineData("/actions whatever", true)]
    [InlineData("actions speak louder", false)]
    [InlineData("actions needed", false)]
    [InlineData("actions are listed on the page", false)]
    public async Task Name_IsToldFromTalk(string said, bool command)
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to a");
        var before = room.Transcript.Count;
        await room.Says("Luna", said);
        Assert.Equal(command ? before + 1 : before, room.Transcript.Count);
    }

    [Fact]
    public async Task LongList_IsPaged()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", string.Join('\n', Enumerable.Range(0, 20).Select(n => $"ACTION: Luna to do {n}")));
        await room.Says("Luna", "actions");
        var more = room.Transcript[^1].Card!.Buttons.Single(button => button.Title == "More actions");
        Assert.Equal(5, (await room.Press("Luna", more))!.Card!.Body.OfType<CardTable>().Single().Rows.Length);
    }

    [Fact]
    public async Task Refusals_SayWhatWorks()
    {
        using var room = new Room();
        Assert.StartsWith("No action is open.", await room.Says("Luna", "actions"), StringComparison.Ordinal);
        Assert.Equal("There is no action 7. To see the open ones: /actions", await room.Says("Luna", "done 7"));
        Assert.Equal("There is no action 7. To see the open ones: /actions", await room.Says("Luna", "reopen 7"));
        Assert.Contains("I need its number", await room.Asks("Luna", "done it"), StringComparison.Ordinal);
        Assert.Contains("I need its number", await room.Asks("Luna", "done 99999999999"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_IsStableForTheLifeOfTheGroup()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ACTION: Luna to a");
        await room.Says("Mara", "meeting end");
        await room.Says("Luna", "/action Luna: b");
        await room.Says("Mara", "meeting start");
        Assert.Contains(room.Transcript, message => message.Text.Contains("Open from before (2 actions", StringComparison.Ordinal));
        Assert.Equal("Action 3. Luna: c", await room.Says("Luna", "ACTION: Luna to c"));
    }
}
