using MeetingBot.Cards;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>The summary of resolutions tells each with the lines that go on with it.</summary>
public sealed class ResolutionsSummaryTests
{
    [Fact]
    public async Task Resolution_IsSummedUpWithItsContinuations()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "RESOLVED: the order is:\n* assets\n** of all *sites*\n* threats\nfrom autumn on");
        await room.Says("Luna", "AGREED: one list\n… kept by Jens");
        var text = MinutesMarkdown.Write((await room.Minutes())!);

        var summary = text[text.IndexOf("## Resolutions", StringComparison.Ordinal)..];
        Assert.Equal(
            "## Resolutions\n\n* the order is:\n  * assets\n    * of all \\*sites\\*\n  * threats\n\n  from autumn on\n\n* one list  \n  kept by Jens\n",
            summary);
    }

    [Fact]
    public async Task Card_ShowsThemToo()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "RESOLVED: the order is:\n* assets");
        await room.Says("Luna", "minutes");
        Assert.Contains(room.Transcript[^1].Card!.Body, element => element is CardText { Text: "the order is: … * assets" });
    }
}
