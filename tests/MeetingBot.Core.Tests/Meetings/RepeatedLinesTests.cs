using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>What is there already is not taken twice: agenda items and resolutions; notes may repeat.</summary>
public sealed class RepeatedLinesTests
{
    [Theory]
    [InlineData("agenda add Scopes")]
    [InlineData("agenda add  scopes. 20m")]
    [InlineData("/agenda add SCOPES @Luna")]
    public async Task ItemThatIsThere_IsNotAddedAgain(string again)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add Lifetimes\nScopes 15m");
        Assert.Equal("Already there as 2. Scopes (15 min). To change it: /agenda edit 2 20m", await room.Says("Luna", again));
        Assert.Equal(2, (await room.Overview()).Agenda.Length);
    }

    [Fact]
    public async Task OfSeveralItems_AllAreAddedUnlessNoneIsNew()
    {
        using var room = await Room.InMeeting("Talk A", "Discussion");
        Assert.Equal("Already there as 1. Talk A and 2. Discussion.", await room.Says("Luna", "agenda add talk A\nDiscussion"));
        Assert.Equal("Added 3. Talk B and 4. Discussion", await room.Says("Luna", "agenda add Talk B\nDiscussion"));
    }

    [Theory]
    [InlineData("agenda add Status report 5m @Tom")]
    [InlineData("agenda add Lifetimes")]
    public async Task ReportOfSomebodyElse_OrWhatIsDone_IsAdded(string another)
    {
        using var room = await Room.InMeeting("Lifetimes", "Status report 5m @Luna");
        await room.Says("Mara", "next");
        await room.Advance(5);
        await room.Says("Mara", "next");
        Assert.StartsWith("Added 3. ", await room.Says("Mara", another), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BreaksAndTitlesRepeatedInOneList_AreMeant()
    {
        using var room = new Room();
        Assert.StartsWith("Added 1. Report A, 2. Discussion, 3. Coffee break, 4. Report B, 5. Discussion and 6. Coffee break",
            await room.Says("Mara", "agenda add Report A\nDiscussion\nCoffee break\nReport B\nDiscussion\nCoffee break"), StringComparison.Ordinal);
        Assert.Equal("Added 7. Coffee break (30 min)", await room.Says("Mara", "agenda add Coffee break 30m"));
    }

    [Theory]
    [InlineData("RESOLVED: meet on Fridays")]
    [InlineData("resolved:  Meet  on fridays.")]
    [InlineData("/resolved meet on Fridays")]
    public async Task ResolutionThatIsThere_IsNotTakenAgain(string again)
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        await room.Says("Luna", "RESOLVED: meet on Fridays");
        Assert.Equal("Already recorded: RESOLVED: meet on Fridays (item 1)", await room.Says("Jens", again));
        Assert.Equal("meet on Fridays", Assert.Single((await room.Minutes())!.Resolutions).Text);

        await room.Says("Luna", "undo");
        Assert.Contains("meet on fridays", string.Join(' ', Assert.Single((await room.Minutes())!.Resolutions).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ResolutionOfAnotherItemOrTopic_IsAnotherOne()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Luna", "Topic: Budget");
        await room.Says("Luna", "RESOLVED: approved as presented");
        await room.Says("Luna", "Topic: Travel");
        Assert.StartsWith("✓ ", await room.Says("Luna", "RESOLVED: approved as presented"), StringComparison.Ordinal);
        Assert.Equal("Noted 2 lines.", await room.Says("Luna", "Topic: Rooms\nRESOLVED: approved as presented"));
        await room.Says("Mara", "next");
        Assert.StartsWith("✓ ", await room.Says("Luna", "RESOLVED: approved as presented"), StringComparison.Ordinal);
        Assert.StartsWith("✓ ", await room.Says("Luna", "AGREED: approved as presented"), StringComparison.Ordinal);
        Assert.Equal(5, (await room.Minutes())!.Resolutions.Length);
    }

    [Fact]
    public async Task WhatGoesOnWithARepeatedResolution_StandsUnderIt()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "RESOLVED: adopt");
        await room.Says("Tom", "note: the budget is tight");
        await room.Says("Tom", "RESOLVED: adopt");
        await room.Says("Tom", "… from January");
        var minutes = (await room.Minutes())!;
        Assert.Equal("from January", Assert.Single(Assert.Single(minutes.Resolutions).Continuations));
        Assert.Equal(2, minutes.Sections.Single().Lines.Length);
    }

    [Fact]
    public async Task ResolutionSentAgainWithItsLines_StandsOnce()
    {
        using var room = await Room.InMeeting();
        const string sent = "RESOLVED: the order is:\n* assets\n* threats";
        await room.Says("Luna", sent);
        Assert.Equal("Noted 3 lines. Already recorded: RESOLVED: the order is:", await room.Says("Luna", sent));
        Assert.Equal("Noted 4 lines. Already recorded: RESOLVED: the order is:", await room.Says("Luna", sent + "\nRESOLVED: go on"));
        var resolutions = (await room.Minutes())!.Resolutions;
        Assert.Equal(["the order is:", "go on"], resolutions.Select(line => line.Text));
        Assert.Equal(2, resolutions[0].Continuations.Length);
    }

    [Fact]
    public async Task SameNote_IsTakenAsOftenAsItIsSaid()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: yes");
        Assert.Equal("✓ Noted: yes", await room.Says("Luna", "note: yes"));
        Assert.Equal(2, (await room.Overview()).MinutesLines);
    }
}
