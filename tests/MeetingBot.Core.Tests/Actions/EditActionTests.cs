using MeetingBot.Kit;

namespace MeetingBot.Actions;

public sealed class EditActionTests
{
    private const string First = "Luna: share the doc, by Thu 3 July";

    [Theory]
    [InlineData("/action edit 1 due Monday", "Luna: share the doc, by Mon 30 June")]
    [InlineData("/action 1 by Monday", "Luna: share the doc, by Mon 30 June")]
    [InlineData("/action 1 Monday", "Luna: share the doc, by Mon 30 June")]
    [InlineData("/action 1 tomorrow", "Luna: share the doc, by Sat 28 June")]
    [InlineData("/action #1: due 8 July.", "Luna: share the doc, by Tue 8 July")]
    [InlineData("/action 1 Tom", "Tom: share the doc, by Thu 3 July")]
    [InlineData("/action 1 Ben", "Ben: share the doc, by Thu 3 July")]
    [InlineData("/action 1 @Ben", "Ben: share the doc, by Thu 3 July")]
    [InlineData("/action 1 to @Ben", "Ben: share the doc, by Thu 3 July")]
    [InlineData("/action 1 assign to Tom", "Tom: share the doc, by Thu 3 July")]
    [InlineData("/action 1 owner: Tom", "Tom: share the doc, by Thu 3 July")]
    [InlineData("/action 1 Tom and Noor", "Tom and Noor: share the doc, by Thu 3 July")]
    [InlineData("/action 1 me", "Mara: share the doc, by Thu 3 July")]
    [InlineData("/action 1 @Tom by Monday", "Tom: share the doc, by Mon 30 June")]
    [InlineData("/action 1 share the whole document", "Luna: share the whole document, by Thu 3 July")]
    [InlineData("/action edit 1 Tom to share all of it by Monday", "Tom: share all of it, by Mon 30 June")]
    [InlineData("/action 1 = read it", "Luna: read it, by Thu 3 July")]
    [InlineData("/action 1 due none", "Luna: share the doc")]
    [InlineData("/action 1 no due day", "Luna: share the doc")]
    [InlineData("/action 1 remove the deadline", "Luna: share the doc")]
    [InlineData("/action 1 - Tom", "Tom: share the doc, by Thu 3 July")]
    [InlineData("/action 1, Tom", "Tom: share the doc, by Thu 3 July")]
    [InlineData("/action 1 unassigned", "unassigned: share the doc, by Thu 3 July")]
    [InlineData("/action 1 nobody", "unassigned: share the doc, by Thu 3 July")]
    [InlineData("action edit 1 due Monday", "Luna: share the doc, by Mon 30 June")]
    [InlineData("edit action 1 due Monday", "Luna: share the doc, by Mon 30 June")]
    [InlineData("action 1 @Tom", "Tom: share the doc, by Thu 3 July")]
    [InlineData("action 1 by Monday", "Luna: share the doc, by Mon 30 June")]
    [InlineData("action 1 Tom", "Tom: share the doc, by Thu 3 July")]
    public async Task WhatIsSaid_IsChanged_AndWhatWas_IsTold(string said, string now)
    {
        using var room = await WithOne();
        Assert.Equal($"Changed: 1. {now} (was {First})", await room.Says("Mara", said));
        Assert.Equal("Action 2. Tom: go on", await room.Says("Mara", "ACTION: Tom to go on"));
        var kept = ActionRows.Read(room.Table.Under(room.Partition, "action")[0]);
        Assert.Equal((1, "Mara", FakeTime.Start, "Luna"), (kept.Number, kept.ChangedBy, kept.ChangedAt, kept.Author.Name));
    }

    [Theory]
    [InlineData("/action 7 @Tom", "There is no action 7.")]
    [InlineData("/action edit 7 due Friday", "There is no action 7.")]
    [InlineData("/action 7 people to bring cake", "There is no action 7.")]
    [InlineData("/action 1 due whenever", "\"whenever\" is no day that I can read.")]
    [InlineData("/action 1 by 30 Feb", "I could not read the date \"30 Feb\"")]
    [InlineData("/action 1 due yesterday", "\"yesterday\" is past")]
    [InlineData("/action 1 by 5 July and by 10 July", "tells several days")]
    [InlineData("/action 1 Luna", "Action 1 is so already: Luna: share the doc, by Thu 3 July")]
    [InlineData("/action 1", "1. Luna: share the doc, by Thu 3 July. To change it")]
    [InlineData("/action edit 1", "1. Luna: share the doc, by Thu 3 July. To change it")]
    [InlineData("/action 1 due", "What is to be changed?")]
    [InlineData("/action 1 delete", "closed rather than deleted: /done 1")]
    [InlineData("/action edit", "Which action?")]
    [InlineData("/action edit the list", "Which action?")]
    public async Task WhatCannotBeDone_IsSaid_AndNothingIsChanged(string said, string answer)
    {
        using var room = await WithOne();
        Assert.Contains(answer, await room.Says("Mara", said), StringComparison.Ordinal);
        var only = Assert.Single((await room.Overview()).OpenActions);
        Assert.Equal(("Luna", "share the doc", "2025-07-03"), (only.Owners[0], only.Text, only.DueOn?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public async Task LongText_IsRefused()
    {
        using var room = await WithOne();
        Assert.Contains("2000 fit", await room.Says("Mara", "/action 1 " + new string('x', 2_001)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/action 1 done", "Done: 1. Luna: share the doc, by Thu 3 July")]
    [InlineData("/action 1 is done", "Done: 1. Luna: share the doc, by Thu 3 July")]
    [InlineData("action 1 done", "Done: 1. Luna: share the doc, by Thu 3 July")]
    public async Task ThatItIsDone_ClosesIt(string said, string answer)
    {
        using var room = await WithOne();
        Assert.Equal(answer, await room.Says("Mara", said));
        Assert.StartsWith("Open again: 1. Luna", await room.Says("Mara", "/action 1 reopen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACTION: 2 people to bring cake", "Action 2. unassigned: 2 people to bring cake.")]
    [InlineData("/action: 2 people to bring cake", "Action 2. unassigned: 2 people to bring cake.")]
    [InlineData("action 1 is about tokens", "")]
    [InlineData("action 1 took long", "")]
    public async Task WhatBeginsWithANumber_IsNoChange(string said, string answer)
    {
        using var room = await WithOne();
        Assert.StartsWith(answer, await room.Says("Mara", said), StringComparison.Ordinal);
        Assert.Equal("share the doc", (await room.Overview()).OpenActions[0].Text);
    }

    [Fact]
    public async Task MinutesOfAnEndedMeeting_StayAsTheyWere()
    {
        using var room = await WithOne();
        await room.Says("Mara", "/action 1 share it all");
        Assert.Contains("share it all", Said(await room.Minutes()), StringComparison.Ordinal);
        await room.Says("Mara", "meeting end");
        await room.Advance(5);
        await room.Says("Mara", "/action 1 Tom to read it by Monday");
        await room.Advance(5);
        await room.Says("Mara", "/action 1 Noor");
        Assert.Contains("Luna: share it all", Said(await room.Minutes(1)), StringComparison.Ordinal);
        Assert.Equal("Noor", Assert.Single((await room.Overview()).OpenActions).Owners[0]);
    }

    private static string Said(Meetings.Documents.MinutesDocument? minutes) => Meetings.Documents.MinutesMarkdown.Write(minutes!);

    private static async Task<Room> WithOne()
    {
        var room = await Room.InMeeting();
        await room.Says("Mara", "present Luna, Tom, Noor");
        await room.Says("Luna", "ACTION: Luna to share the doc by 3 July");
        return room;
    }
}
