using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Meetings;

/// <summary>What is said of an action's day beside the action.</summary>
public sealed class ActionRemarksTests
{
    [Fact]
    public async Task Answer_TellsTheDayWithItsTime_AndWhatWasNoDay()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Action 1. Luna: share it, by Fri 11 July, 16.00 CET",
            await room.Says("Luna", "ACTION: Luna to share it by Friday 11th at 16.00 CET"));
        Assert.Equal(
            "Action 2. Luna: share it by next meeting. \"by next meeting\" is no day that I can read; to set one: /action 2 by Friday",
            await room.Says("Luna", "ACTION: Luna to share it by next meeting"));
        await room.Says("Mara", "meeting end");
        Assert.Contains("share it (due Friday 11 July 2025, 16.00 CET)", MinutesMarkdown.Write((await room.Minutes(1))!), StringComparison.Ordinal);
        await room.Says("Luna", "/actions");
        Assert.Equal("Fri 11 July, 16.00 CET", room.Transcript[^1].Card!.Body.OfType<Cards.CardTable>().Single().Rows[0][3]);
    }
}
