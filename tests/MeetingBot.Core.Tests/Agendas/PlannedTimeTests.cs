using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>An agenda that is longer than its meeting is said to be so.</summary>
public sealed class PlannedTimeTests
{
    private const string Over = ". The agenda takes 1 h 15 min now, 15 min more than the meeting has";

    [Fact]
    public async Task LongerThanTheMeeting_IsSaid_ByWhatMakesItSo_AndOnTheCard()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 11 July 2025 at 16:00 for 1h");
        Assert.DoesNotContain("more than", await room.Says("Mara", "/agenda add Tokens 60m"), StringComparison.Ordinal);
        Assert.EndsWith(Over, await room.Says("Mara", "/agenda add AOB 15m"), StringComparison.Ordinal);
        Assert.Contains("In all 1 h 15 min, 15 min more than the meeting has", room.Live.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("more than", await room.Says("Mara", "/agenda edit 1 45m"), StringComparison.Ordinal);
        Assert.EndsWith(Over, await room.Says("Mara", "/agenda edit 1 60m"), StringComparison.Ordinal);
        // What does not make it longer says nothing.
        Assert.DoesNotContain("more than", await room.Says("Mara", "/agenda add Any questions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MeetingWithoutALength_HasNone()
    {
        using var room = await Room.InMeeting("Tokens 5h");
        Assert.DoesNotContain("more than", room.Live.Text(), StringComparison.Ordinal);
    }
}
