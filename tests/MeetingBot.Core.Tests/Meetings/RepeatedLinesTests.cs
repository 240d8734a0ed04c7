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
    public async Task OfSeveralItems_TheNewOnesAreAdded()
    {
        using var room = await Room.InMeeting("Scopes", "Lifetimes");
        await room.Says("Mara", "next");
        await room.Advance(5);
        await room.Says("Mara", "next");
        Assert.Equal(
            "Added 3. Assets. Already there as 1. Scopes (to take it up again: /agenda go 1) and 2. Lifetimes.",
            await room.Says("Luna", "agenda add Scopes\nlifetimes\nAssets"));
        await room.Says("Mara", "agenda drop 3");
        Assert.Equal("Added 4. Assets", await room.Says("Luna", "agenda add Assets"));
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
    [InlineData("AGREED: meet on Fridays")]
    public async Task ResolutionThatIsThere_IsNotTakenAgain(string again)
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        await room.Says("Luna", "RESOLVED: meet on Fridays");
        Assert.Equal("Already recorded: RESOLVED: meet on Fridays (item 1)", await room.Says("Jens", again));
        Assert.Equal("meet on Fridays", Assert.Single((await room.Minutes())!.Resolutions).Text);

        await room.Says("Luna", "undo");
        Assert.StartsWith("✓ ", await room.Says("Jens", again), StringComparison.Ordinal);
        await room.Advance(2);
        await room.Says("Mara", "next");
        Assert.StartsWith("✓ ", await room.Says("Jens", again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolutionSentAgainWithItsLines_IsLeftOutWithThem()
    {
        using var room = await Room.InMeeting();
        const string sent = "RESOLVED: the order is:\n* assets\n* threats";
        await room.Says("Luna", sent);
        Assert.Equal("Already recorded: RESOLVED: the order is:", await room.Says("Luna", sent));
        Assert.Equal("Noted 3 lines.", await room.Says("Luna", "RESOLVED: the order is:\n* threats\n* assets"));
        Assert.Equal("✓ Resolved: go on. Already recorded: RESOLVED: the order is:", await room.Says("Luna", sent + "\nRESOLVED: go on"));
        Assert.Equal(3, (await room.Minutes())!.Resolutions.Length);
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
