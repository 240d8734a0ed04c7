using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>Habits of those who take minutes: headings, bullets, frames round a name, other languages' labels.</summary>
public sealed class WrittenHabitsTests
{
    [Theory]
    [InlineData("* ML - we wait", "ML", "we wait")]
    [InlineData("- DK: we wait", "DK", "we wait")]
    [InlineData("**ML** - we wait", "ML", "we wait")]
    [InlineData("**Luna:** we wait", "Luna", "we wait")]
    [InlineData("<ML> we wait", "ML", "we wait")]
    [InlineData("[ML] we wait", "ML", "we wait")]
    [InlineData("Background: it ran in May", null, "Background: it ran in May")]
    [InlineData("Lunch - back at 13:30", null, "Lunch - back at 13:30")]
    public void Statement_IsReadAsItIsMeant(string typed, string? speaker, string text)
    {
        var line = Assert.Single(MinutesGrammar.Read(typed, out _));
        Assert.Equal((MinuteKind.Note, speaker, text), (line.Kind, line.Speaker, line.Text));
    }

    [Theory]
    [InlineData("Entscheidung: wir treffen uns freitags", MinuteKind.Resolution)]
    [InlineData("DÉCISION : le vendredi", MinuteKind.Resolution)]
    [InlineData("Aktion: Luna schickt es", MinuteKind.Action)]
    [InlineData("À faire : Luna, envoyer le document", MinuteKind.Action)]
    [InlineData("AI: Ian, ask the others", MinuteKind.Action)]
    [InlineData("## Risk analysis", MinuteKind.Topic)]
    public void Label_IsReadInOtherHabitsToo(string typed, MinuteKind kind) =>
        Assert.Equal(kind, Assert.Single(MinutesGrammar.Read(typed, out _)).Kind);

    [Theory]
    [InlineData("hello all, good to see you")]
    [InlineData("* assets\n* threats")]
    [InlineData("#1 priority is the list")]
    [InlineData("see <https://example.org> for it")]
    [InlineData("[x](y) done")]
    public void Talk_IsNoLine(string typed) => Assert.Empty(MinutesGrammar.Read(typed, out _));

    [Fact]
    public async Task BlockThatBeginsWithTalk_IsTakenFromItsFirstLineOn()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Noted 2 lines. Left out as talk: 1 line before.",
            await room.Says("Luna", "Hello all,\nML - we wait\nRESOLVED: wait"));
        Assert.Equal("wait", Assert.Single((await room.Minutes())!.Resolutions).Text);
    }

    [Fact]
    public async Task PastedMinutes_KeepTheirHeadings()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "# June meeting\n\n## Groundwork\nML - agree that\n* assets\n* threats\n\n## Next\nRESOLVED: go on");
        var sections = (await room.Minutes())!.Sections;
        Assert.Equal(["Groundwork", "Next"], sections.Where(section => section.Lines.Length > 0).Select(section => section.Heading));
        Assert.Equal(2, sections.Single(section => section.Heading == "Groundwork").Lines[0].Continuations.Length);
    }

    [Theory]
    [InlineData("AI: Ian, ask the others", "Ian: ask the others")]
    [InlineData("ACTION: Ian, Bo to ask the others", "Ian and Bo: ask the others")]
    [InlineData("ACTION: Finally, ask the others", "unassigned: Finally, ask the others")]
    public async Task ActionWithAComma_HasItsOwner(string typed, string action)
    {
        using var room = await Room.InMeeting();
        Assert.StartsWith($"Action 1. {action}", await room.Says("Luna", typed), StringComparison.Ordinal);
    }
}
