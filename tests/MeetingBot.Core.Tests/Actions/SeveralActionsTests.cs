using MeetingBot.Kit;

namespace MeetingBot.Actions;

/// <summary>Several people's actions in one line become an action each.</summary>
public sealed class SeveralActionsTests
{
    [Theory]
    [InlineData(
        "ACTION: Bo to book the bus by Friday, ACTION: Luna to check prices by 10 December, Noor to call them tomorrow",
        "Bo: book the bus 2025-06-27|Luna: check prices 2025-12-10|Noor: call them 2025-06-28")]
    [InlineData(
        "ACTION: Noor to call Luna by 5 Dec and Luna to check prices by 10 Dec",
        "Noor: call Luna 2025-12-05|Luna: check prices 2025-12-10")]
    [InlineData("ACTION: Luna to write it; Tom to read it; Noor to send it", "Luna: write it|Tom: read it|Noor: send it")]
    [InlineData("ACTION: Luna to write it, Tom to read it and Noor to send it", "Luna: write it|Tom: read it|Noor: send it")]
    [InlineData("ACTION: Luna to write it TODO: Tom to read it", "Luna: write it|Tom: read it")]
    [InlineData("ACTION: Luna: write it. ACTION: Tom: read it.", "Luna: write it.|Tom: read it.")]
    [InlineData("ACTION: Luna to write it; action: find a room", "Luna: write it|: find a room")]
    [InlineData("ACTION: Luna and Tom to write it and Noor to send it", "Luna+Tom: write it|Noor: send it")]
    [InlineData("ACTION: Luna to write it, Tom and Noor to read it", "Luna: write it|Tom+Noor: read it")]
    [InlineData("ACTION: Luna to write it and on all to read it", "Luna: write it|all: read it")]
    [InlineData("ACTION: Luna to write it, Ona will read it", "Luna: write it, Ona will read it")]
    [InlineData("ACTION: Luna to write it by Monday, Ona to read it", "Luna: write it 2025-06-30|Ona: read it")]
    [InlineData("ACTION: find a room and Luna to book it", ": find a room|Luna: book it")]
    [InlineData("ACTION: Luna to write it, @Ona Holm to read it", "Luna: write it|Ona Holm: read it")]
    [InlineData("ACTION: book the bus (Luna), check prices (Tom)", "Luna: book the bus|Tom: check prices")]
    [InlineData("ACTION: book the bus - Luna; check prices - Tom", "Luna: book the bus|Tom: check prices")]
    [InlineData("ACTION: book the bus @Luna, check prices @Tom", "Luna: book the bus|Tom: check prices")]
    [InlineData("ACTION: share a document (Luna share) and on all to work on the document", "Luna: share a document|all: work on the document")]
    [InlineData("/action Luna to write it; Tom will read it", "Luna: write it|Tom: read it")]
    public async Task Line_IsCutWhereAnotherPersonsActionBegins(string said, string actions) =>
        Assert.Equal(actions, await Given(said));

    [Theory]
    [InlineData("ACTION: Luna to ask Tom and Noor to share the list")]
    [InlineData("ACTION: Luna to call Tom, Noor and Bo to get prices")]
    [InlineData("ACTION: Luna to introduce Tom and Noor to the others")]
    [InlineData("ACTION: Luna to find a slot for Tom and Noor to meet")]
    [InlineData("ACTION: Luna to write to Tom and Noor")]
    [InlineData("ACTION: Luna to compare this and Need to check")]
    [InlineData("ACTION: Luna to take the following action: read it")]
    [InlineData("ACTION: Luna to write it, and then to send it")]
    [InlineData("ACTION: Luna to be on call Saturday, Sunday to be free")]
    public async Task OtherWords_DoNotCutIt(string said) =>
        Assert.Equal("Luna: " + said["ACTION: Luna to ".Length..], await Given(said));

    [Fact]
    public async Task Mention_BeginsAnActionOfItsOwn()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Actions: 1. Ona Holm: write it; 2. Ben: read it",
            await room.Says("Mara", "ACTION: @Ona Holm to write it, @Ben to read it", "Ona Holm", "Ben"));
        Assert.StartsWith("Taken back: 2 lines", await room.Says("Mara", "/undo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoDaysInOneAction_AreNotTakenInSilence()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Action 1. Luna: send the draft by 5 Dec and the rest by 10 Dec. Action 1 tells several days, \"by 5 Dec\" and "
                + "\"by 10 Dec\": it is kept without a due day; to set one: /action 1 by 5 December",
            await room.Says("Luna", "ACTION: Luna to send the draft by 5 Dec and the rest by 10 Dec"));
        Assert.Equal(
            "Action 2. Luna: book it, by Fri 4 July",
            await room.Says("Luna", "ACTION: Luna to book it by 4 July, by 4 July"));
        Assert.Contains("tells several days, \"Tuesday or Wednesday\"", await room.Says("Luna", "ACTION: Luna to book it by Tuesday or Wednesday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyActionsInOneLine_AreRefusedAsManyLinesAre()
    {
        using var room = await Room.InMeeting();
        var said = string.Join(" ", Enumerable.Repeat("ACTION: Luna to a", 81));
        Assert.Contains("up to 80", await room.Says("Luna", said), StringComparison.Ordinal);
        Assert.Empty((await room.Overview()).OpenActions);
    }

    private static async Task<string> Given(string said)
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "present Luna, Tom, Noor, Bo");
        await room.Says("Mara", said);
        return string.Join('|', (await room.Overview()).OpenActions.OrderBy(action => action.Number).Select(action =>
            $"{string.Join('+', action.Owners)}: {action.Text} {action.DueOn?.ToString("uuuu-MM-dd", null)}".TrimEnd()));
    }
}
