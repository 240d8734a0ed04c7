using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>What is said of a day that could not be taken.</summary>
public sealed class UnreadDatesTests
{
    [Fact]
    public async Task DayThatMayBeTwo_IsSaid()
    {
        using var room = new Room();
        Assert.EndsWith(
            ". 11/12 may be 11 December or 12 November: kept without a due day; write \"by 11 December\".",
            await room.Says("Luna", "ACTION: Jens to share it by 11/12"), StringComparison.Ordinal);
    }
}
