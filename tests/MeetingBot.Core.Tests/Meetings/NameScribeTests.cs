using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings;

/// <summary>The scribe's plain lines are minutes, one message after the other, as a pasted block is read.</summary>
public sealed class NameScribeTests
{
    private static async Task<Room> WithScribe(params string[] items)
    {
        var room = await Room.InMeeting(items);
        Assert.StartsWith("Luna is the scribe now", await room.Says("Luna", "/scribe me"), StringComparison.Ordinal);
        return room;
    }

    private static List<Minute> Lines(Room room) => [.. room.Table.Under(room.Partition, "line").Select(MinuteRows.Read)];

    [Fact]
    public async Task MinutesTypedLineByLine_LoseNoWord()
    {
        using var room = await WithScribe();
        foreach (var line in TypedMinutes.Lines) await room.Says("Luna", line);
        await room.Says("Mara", "meeting end");

        var minutes = MinutesMarkdown.Write((await room.Minutes())!);
        string[] kept =
        [
            "DC - aim to build a timeline, look at the previous work.  \nPut as milestone on the roadmap  \nSeptember or October seems reasonable\n",
            "ML - First have to decide the set of scopes?  \nNot only looking at tokens.\n\nLuna disagrees, think we should focus on tokens.\n\nDC would like to agree",
            "\nJens in agreement, there are better ways.\n",
            "ML - create a document with the things to consider.\n* Lifetimes\n* Issuers, security of them?\n  * Potential downtimes\n  * A holistic view\n",
            "Need to indicate this for assessment.", "\nML notes operational issues again", "**AGREED:** avoiding overlap.",
            "ML - should identify top risks first.", "Share a document, and all add to it ahead of the next meeting.",
            "**ACTION** 1\\. Luna: share a document\n", "**ACTION** 2\\. all: work on the document", "Usual time?", "**RESOLVED:** Friday 11th at 16.00 CET.",
            "Attending: DaveD, DaveK, DavidC, Jens, Luna, Mara, Maren, Matti, ML, TomD  \n", "Scribe: Luna",
        ];
        Assert.All(kept, words => Assert.Contains(words, minutes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlainLines_GetNoReceipt_DecisionsAndActionsDo()
    {
        using var room = await WithScribe("One");
        foreach (var line in new[] { "ML - first", "goes on", "* a point", "note: x", "Topic: Scopes", "DC -", "Hello all" })
            Assert.Equal("", await room.Says("Luna", line));
        Assert.Equal("✓ Resolved: wait", await room.Says("Luna", "RESOLVED: wait"));
        Assert.Equal("Action 1. Bo: wait", await room.Says("Luna", "Action on Bo to wait"));
        Assert.Equal("Noted 2 lines.", await room.Says("Luna", "ML - one\ntwo"));
        Assert.StartsWith("Now 1. One", await room.Says("Mara", "next"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Put it on the roadmap")]
    [InlineData("note that we wait")]
    [InlineData("next week we are away")]
    [InlineData("chair wanted")]
    [InlineData("actions needed")]
    [InlineData("Next meeting would be the 8th by this?")]
    [InlineData("Usual time? 15.00 CET Tuesday 22nd July?")]
    [InlineData("* Lifetimes")]
    [InlineData("- Lifetimes")]
    [InlineData("Q: what is it?")]
    [InlineData("FYI: it ran")]
    public async Task WhatIsNoCommand_GoesOnWithTheScribesLine(string said)
    {
        using var room = await WithScribe();
        await room.Says("Luna", "ML - first");
        await room.Says("Jens", "DC - other");
        Assert.Equal("", await room.Says("Luna", said));
        var lines = Assert.Single((await room.Minutes())!.Sections).Lines;
        Assert.Equal(said, Assert.Single(lines[0].Continuations));
        Assert.Empty(lines[1].Continuations);
    }

    [Theory]
    [InlineData("Luna disagrees, think we should wait")]
    [InlineData("DC would like to agree")]
    [InlineData("Jens in agreement, there are better ways")]
    [InlineData("ML notes operational issues")]
    [InlineData("DavidC suggests adding sheets")]
    [InlineData("Luna also notes need for a companion")]
    public async Task WhoIsToldOf_IsNoWordOfTheSpeakerBefore(string said)
    {
        using var room = await WithScribe();
        await room.Says("Luna", "ML - first");
        await room.Says("Luna", said);
        await room.Says("Luna", "and so on");
        var lines = Assert.Single((await room.Minutes())!.Sections).Lines;
        Assert.Equal((null, said), (lines[1].Speaker, lines[1].Text));
        Assert.Equal("and so on", Assert.Single(lines[1].Continuations));
    }

    [Fact]
    public async Task AfterAnAction_OrATopic_ALineStandsByItself()
    {
        using var room = await WithScribe();
        await room.Says("Luna", "ML - first");
        await room.Says("Luna", "Topic: Scopes");
        await room.Says("Luna", "all of them");
        await room.Says("Luna", "ACTION: Bo to wait");
        await room.Says("Luna", "that was all");
        await room.Says("Luna", "… really");
        var lines = (await room.Minutes())!.Sections[^1].Lines;
        Assert.Equal(["all of them", "1. Bo: wait", "that was all"], lines.Select(line => line.Text));
        Assert.Equal("really", Assert.Single(lines[2].Continuations));
    }

    [Fact]
    public async Task AfterADecision_OnlyAListGoesOn()
    {
        using var room = await WithScribe();
        foreach (var line in new[] { "RESOLVED: meet", "* on Fridays", "* at four", "Tom has a plan", "… for May" }) await room.Says("Luna", line);
        var lines = Assert.Single((await room.Minutes())!.Sections).Lines;
        Assert.Equal(["* on Fridays", "* at four"], lines[0].Continuations.AsEnumerable());
        Assert.Equal("Tom has a plan", lines[1].Text);
        Assert.Equal("for May", Assert.Single(lines[1].Continuations));
    }

    [Fact]
    public async Task Undo_TakesBackLineByLine()
    {
        using var room = await WithScribe();
        foreach (var line in new[] { "ML - first", "goes on", "Luna agrees, so do I", "* a point" }) await room.Says("Luna", line);
        Assert.Equal("Taken back: * a point", await room.Says("Luna", "/undo"));
        Assert.Equal("Taken back: Luna agrees, so do I", await room.Says("Luna", "/undo"));
        Assert.Equal("Taken back: goes on", await room.Says("Luna", "/undo"));
        Assert.Equal("Taken back: ML - first", await room.Says("Luna", "/undo"));
        Assert.StartsWith("There is no line of yours", await room.Says("Luna", "/undo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainLine_CostsOneQueryAndOneBatch()
    {
        using var room = await WithScribe();
        await room.Says("Luna", "ML - first");
        var before = room.Table.Calls.Count;
        await room.Bot.Turn(room.Message("Luna", "goes on"));
        Assert.Equal(["query", "commit"], room.Table.Calls.Skip(before).Where(call => call.Partition == room.Partition).Select(call => call.Kind));
    }

    [Fact]
    public async Task Scribe_IsTakenOverNamedAndTold()
    {
        using var room = await Room.InMeeting();
        await room.Says("Jens", "hello");
        Assert.Equal("Nobody is the scribe. To have all your lines kept: /scribe me", await room.Says("Luna", "/scribe"));
        Assert.StartsWith("Luna is the scribe now: ", await room.Says("Luna", "scribe me"), StringComparison.Ordinal);
        Assert.StartsWith("Luna is the scribe", await room.Says("Mara", "/scribe"), StringComparison.Ordinal);
        Assert.StartsWith("Luna is the scribe already", await room.Says("Luna", "/scribe me"), StringComparison.Ordinal);
        Assert.StartsWith("Jens is the scribe now, instead of Luna: ", await room.Says("Mara", "/scribe @Jens", "Jens"), StringComparison.Ordinal);
        Assert.Equal("", await room.Says("Luna", "only talk"));
        Assert.Empty(Lines(room));
        await room.Says("Jens", "this is kept");
        Assert.StartsWith("I do not know \"Xaver\" here yet.", await room.Says("Mara", "/scribe Xaver"), StringComparison.Ordinal);
        Assert.StartsWith("Luna is the scribe now, instead of Jens: ", await room.Says("Mara", "scribe: Luna"), StringComparison.Ordinal);
        Assert.StartsWith("Luna is no longer the scribe", await room.Says("Luna", "/scribe off"), StringComparison.Ordinal);
        Assert.StartsWith("Nobody is the scribe.", await room.Says("Luna", "/scribe off"), StringComparison.Ordinal);
        await room.Says("Luna", "only talk");
        Assert.Equal("this is kept", Assert.Single(Lines(room)).Text);
        Assert.Equal("Luna, Jens", string.Join(", ", (await room.Minutes())!.Scribes));
        Assert.Contains("Scribe: Luna, Jens", MinutesMarkdown.Write((await room.Minutes())!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scribe_EndsWithTheMeeting()
    {
        using var room = await WithScribe();
        await room.Says("Luna", "kept");
        await room.Says("Mara", "meeting end");
        await room.Says("Luna", "not kept");
        Assert.Contains("No meeting is running", await room.Says("Luna", "/scribe me"), StringComparison.Ordinal);
        await room.Says("Mara", "meeting reopen");
        await room.Says("Luna", "not kept either");
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "meeting start");
        await room.Says("Luna", "nor this");
        Assert.Equal("kept", Assert.Single(Lines(room)).Text);
        Assert.Equal("Luna", Assert.Single((await room.Minutes(1))!.Scribes));
        Assert.Empty((await room.Minutes(2))!.Scribes);
    }

    [Theory]
    [InlineData("scribe is tired")]
    [InlineData("scribe wanted")]
    [InlineData("the scribe is Luna")]
    public async Task TalkOfAScribe_IsTalk(string said)
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Says("Luna", said));
        Assert.Empty(Lines(room));
    }

    [Fact]
    public async Task PastedMinutes_MakeNobodyScribeOrChair()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "hello");
        await room.Says("Jens", "Scribe: Luna\nChair: Luna\nAttending: Luna\nML - first\nRESOLVED: go on");
        await room.Says("Luna", "only talk");
        Assert.Equal(2, Lines(room).Count);
        Assert.Equal("Mara", (await room.Minutes())!.ChairName);
    }

    [Fact]
    public async Task WithoutSlashesInAChannel_TheScribesLinesAreKeptToo()
    {
        using var room = await WithScribe();
        await room.Hears(room.Message("Luna", "next") with { Bare = false });
        await room.Hears(room.Message("Luna", "Attending: Bo, Cy") with { Bare = false });
        Assert.Equal("next", Assert.Single(Lines(room)).Text);
        Assert.Equal("Bo, Cy, Luna, Mara", string.Join(", ", (await room.Minutes())!.Present));
    }
}
