using MeetingBot.Kit;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>An item that was only just taken up is left by next and by skip alike: not without a question.</summary>
public sealed class SoonSkippedTests
{
    [Fact]
    public async Task SkipTwice_OrRightAfterNext_IsQuestioned()
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        await room.Says("Mara", "next");
        const string question = "1. One was taken up only 0 s ago. To skip it all the same: /agenda skip really";
        Assert.Equal(question, await room.Says("Mara", "skip"));
        await room.Advance(2);
        Assert.Equal("Skipped 1. One. Now 2. Two", await room.Says("Mara", "skip"));
        Assert.Equal(question.Replace("1. One", "2. Two", StringComparison.Ordinal), await room.Says("Mara", "skip"));
        Assert.Equal("Skipped 2. Two. Now 3. Three", await room.Says("Mara", "skip really"));
        Assert.Equal("Skipped 1. One until the others are done.", await room.Says("Mara", "skip 1"));
        Assert.Contains("was taken up only", await room.Says("Mara", "skip 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PressedTwice_AsksWithButtons()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        var skip = (await room.View("Mara"))!.Buttons.Single(button => button.Title == "Skip");
        var asked = (await room.Press("Mara", skip))!.Card!;
        Assert.Equal("Skip the item already?", asked.Title);
        Assert.Equal(1, (await room.Overview()).Agenda.Single(item => item.State is AgendaItemState.Current).Number);
        Assert.Equal("Skipped 1. One. Now 2. Two", (await room.Press("Mara", asked.Buttons[0]))!.Text);
    }
}
