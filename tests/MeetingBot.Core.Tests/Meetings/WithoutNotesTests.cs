using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>What minutes don't show: headings with nothing under them, breaks, and a speaker who said nothing.</summary>
public sealed class WithoutNotesTests
{
    [Fact]
    public async Task ItemsWithoutALine_AreListedInOne_AndBreaksAreNot()
    {
        using var room = await Room.InMeeting("One", "Coffee break", "Two", "Three");
        await room.Says("Mara", "next");
        for (var item = 0; item < 3; item++)
        {
            await room.Advance(5);
            await room.Says("Mara", "next");
        }
        await room.Says("Luna", "ML - of three");
        await room.Says("Mara", "end");

        var minutes = (await room.Minutes())!;
        Assert.Equal(["Three"], minutes.Sections.Select(section => section.Heading));
        Assert.Equal("One, Two", string.Join(", ", minutes.WithoutNotes));
        var text = MinutesMarkdown.Write(minutes);
        Assert.Contains("\n\nWithout notes: One; Two\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Coffee", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## 1.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpeakerWhoSaidNothing_IsNotShown()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - first\nDC -   \n\nDK - last");
        Assert.DoesNotContain("DC", MinutesMarkdown.Write((await room.Minutes())!), StringComparison.Ordinal);
        await room.Says("Luna", "… DC -");
        Assert.DoesNotContain("DC", MinutesMarkdown.Write((await room.Minutes())!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BulletOfItsOwn_IsAListToo()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "Topic: Assets\n* one\n* two");
        Assert.EndsWith("## Assets\n\n* one\n* two\n", MinutesMarkdown.Write((await room.Minutes())!), StringComparison.Ordinal);
    }
}
