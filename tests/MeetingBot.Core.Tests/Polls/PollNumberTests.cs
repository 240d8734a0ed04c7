using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Polls;

public sealed class PollNumberTests
{
    [Theory]
    [InlineData("3 July", null, "3 July")]
    [InlineData("10 July 15:00", null, "10 July 15:00")]
    [InlineData("3 juillet", null, "3 juillet")]
    [InlineData("3 until 3 July", 3, "until 3 July")]
    [InlineData("3 3 July", 3, "3 July")]
    [InlineData("#3 July", 3, "July")]
    [InlineData("3 2h", 3, "2h")]
    [InlineData("3", 3, "")]
    [InlineData("2h", null, "2h")]
    public void BeforeATime_ANumberWithAMonthIsADate(string typed, int? number, string after) =>
        Assert.Equal((number, after), PollNumber.Take(typed, timeFollows: true));

    [Fact]
    public void ElsewhereItIsAPoll() => Assert.Equal((3, "July"), PollNumber.Take("3 July"));

    [Fact]
    public async Task DateAloneMeansTheOnlyOpenPoll()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll \"When\" Tue 8 July 15:00 until Sunday noon");
        await room.Says("Mara", "/poll extend 3 July");
        Assert.Equal(Instant.FromUtc(2025, 7, 3, 22, 0), room.Poll(1).ClosesAt);
        await room.Says("Mara", "/poll add 10 July 15:00");
        Assert.Equal("Thu 10 July 15:00–16:00", room.Poll(1).Options[1].Text);
    }
}
