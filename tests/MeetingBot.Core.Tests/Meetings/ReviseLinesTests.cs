using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings;

/// <summary>The minutes follow who edits or deletes a message, while the meeting runs.</summary>
public sealed class ReviseLinesTests
{
    [Theory]
    [InlineData("note: tokens live a day", "note: tokens live an hour", "tokens live an hour")]
    [InlineData("ML - agree that", "ML - agree that tokens rotate", "ML: agree that tokens rotate")]
    [InlineData("note: yes", "RESOLVED: yes", "yes")]
    public async Task EditedLine_SaysWhatItsMessageSays_InItsPlace(string before, string after, string line)
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", before);
        await room.Says("Mara", "note: behind it");
        Assert.StartsWith("✓ Corrected: ", await Edits(room, said, after), StringComparison.Ordinal);

        var lines = (await room.Minutes())!.Sections.SelectMany(section => section.Lines).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal(line, lines[0].Speaker is { } speaker ? $"{speaker}: {lines[0].Text}" : lines[0].Text);
        Assert.Equal(after.StartsWith("RESOLVED", StringComparison.Ordinal), lines[0].Kind is MinuteKind.Resolution);
        Assert.Equal("behind it", lines[1].Text);
    }

    [Fact]
    public async Task DeletedMessage_TakesItsLinesAndActionsWithIt()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "note: one\nACTION: Mara to write it down\nAGREED: two");
        Assert.Equal(2, Lines(room).Count);
        Assert.StartsWith("Taken back with its message: 3 lines", await Edits(room, said, ""), StringComparison.Ordinal);
        Assert.Empty(Lines(room));
        Assert.Empty(room.Table.Under(room.Partition, "action"));
        Assert.Equal("", await Edits(room, said, ""));
    }

    [Fact]
    public async Task MoreLines_StandBehindTheFirst_AndFewerAreTakenAway()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "note: one");
        await room.Says("Mara", "note: last");
        Assert.Equal("✓ Corrected: 3 lines.", await Edits(room, said, "note: one\nnote: two\nnote: three"));
        Assert.Equal(["one", "two", "three", "last"], Lines(room));
        Assert.Equal("✓ Corrected: one and only", await Edits(room, said, "note: one and only"));
        Assert.Equal(["one and only", "last"], Lines(room));
        Assert.Equal("✓ Corrected: 2 lines.", await Edits(room, said, "note: a\nnote: b"));
        Assert.Equal(["a", "b", "last"], Lines(room));
    }

    [Fact]
    public async Task Action_KeepsItsNumber()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "ACTION: Mara to write it down");
        Assert.StartsWith(
            "Changed: 1. Luna: write all of it down, by ",
            await Edits(room, said, "ACTION: Luna to write all of it down by Wednesday"), StringComparison.Ordinal);
        var action = ActionRows.Read(Assert.Single(room.Table.Under(room.Partition, "action")));
        Assert.Equal((1, "write all of it down", "Luna", "Luna"), (action.Number, action.Text, action.Owner, action.ChangedBy));

        var kept = await Edits(room, said, "note: just a note");
        Assert.Contains("stays as it was", kept, StringComparison.Ordinal);
        Assert.Contains("/action 1", kept, StringComparison.Ordinal);
        Assert.Single(room.Table.Under(room.Partition, "action"));
    }

    [Theory]
    [InlineData("good morning all")]
    [InlineData("/agenda add Tokens")]
    [InlineData("/meeting end")]
    public async Task WhatIsNoLineAnyMore_StaysAndThatIsSaid_AndNoCommandIsDone(string now)
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "note: one");
        Assert.StartsWith("\"one\" stays in the minutes", await Edits(room, said, now), StringComparison.Ordinal);
        Assert.Equal(["one"], Lines(room));
        Assert.Single((await room.Overview()).Agenda);
        Assert.NotNull((await room.Overview()).StartedAt);
    }

    [Theory]
    [InlineData("/agenda add Tokens", "/agenda add Keys")]
    [InlineData("/agenda add Tokens", "")]
    [InlineData("good morning", "note: good morning")]
    public async Task MessageThatMadeNoLine_IsLeftAlone(string before, string after)
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", before);
        var agenda = (await room.Overview()).Agenda.Length;
        Assert.Equal("", await Edits(room, said, after));
        Assert.Empty(Lines(room));
        Assert.Equal(agenda, (await room.Overview()).Agenda.Length);
    }

    [Fact]
    public async Task AnotherPersonsId_OfAMessage_ChangesNothing()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "note: one");
        Assert.Equal("", await Edits(room, said with { Sender = Room.Who("Tom") }, "note: two"));
        Assert.Equal("", await Edits(room, said with { Sender = Room.Who("Tom") }, ""));
        Assert.Equal(["one"], Lines(room));
    }

    [Fact]
    public async Task MinutesOfAnEndedMeeting_StayAsTheyAre()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "note: one");
        await room.Says("Mara", "/meeting end");
        Assert.Equal("", await Edits(room, said, "note: two"));
        Assert.Equal("", await Edits(room, said, ""));
        await room.Says("Mara", "/meeting start");
        Assert.Equal("", await Edits(room, said, "note: two"));
        Assert.Equal(["one"], Lines(room));
    }

    [Fact]
    public async Task ScribesMessage_IsMinutesWhole()
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Luna", "/scribe me");
        var said = await Said(room, "Luna", "tokens live a day");
        await Edits(room, said, "tokens live an hour");
        Assert.Equal(["tokens live an hour"], Lines(room));
    }

    [Fact]
    public async Task SameTextAgain_AndADeliveryAgain_HaveNoEffect()
    {
        using var room = await Room.InMeeting("Budget");
        var said = await Said(room, "Luna", "note: one");
        Assert.Equal("", await Edits(room, said, "note: one"));
        var edit = said with { DeliveryId = "again", Text = "note: two", Revises = said.MessageId };
        Assert.NotEqual("", await room.Hears(edit));
        Assert.Equal("", await room.Hears(edit));
        Assert.Equal(["two"], Lines(room));
    }

    private static async Task<IncomingMessage> Said(Room room, string who, string text)
    {
        var message = room.Message(who, text);
        await room.Hears(message);
        return message;
    }

    private static Task<string> Edits(Room room, IncomingMessage said, string text) =>
        room.Hears(room.Message(said.Sender.Name, text) with { Sender = said.Sender, Revises = said.MessageId });

    private static List<string> Lines(Room room) =>
        [.. room.Table.Under(room.Partition, "line").Select(row => MinuteRows.Read(row).Text)];
}
