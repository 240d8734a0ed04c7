using MeetingBot.Kit;

namespace MeetingBot.Polls;

/// <summary>Small things that are said of polls.</summary>
public sealed class PollTextsTests
{
    private const string Times = "/poll \"When\" Mon 14 July 10:00, Tue 15 July 10:00";

    [Fact]
    public async Task DayAsADeadline_EndsWithTheDay()
    {
        using var room = new Room();
        await room.Opens("Mara", Times + " until 10 July");
        Assert.Contains("Open until the end of Thu 10 July (Europe/Zurich).", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.EndsWith("is open until the end of Fri 11 July (Europe/Zurich).", await room.Says("Mara", "/poll extend 1 until 11 July"), StringComparison.Ordinal);
        Assert.EndsWith("is open until Fri 11 July 12:00 (Europe/Zurich).", await room.Says("Mara", "/poll extend 1 until 11 July noon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingNames_AreAskedForWithOneExample_OfThatPoll()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        Assert.Equal(
            "Whose link is to end? For example: /poll guests 1 revoke Anna Berg", await room.Says("Mara", "/poll guests 1 revoke"));
    }

    [Theory]
    [InlineData("Anna Berg", "The link to answer Poll 1, \"When\": whoever has it answers in their name")]
    [InlineData("Anna Berg, Ben Ito", "Links to answer Poll 1, \"When\", one for each guest: whoever has it answers in their name")]
    public async Task Links_AreAsManyAsIsSaid(string guests, string told)
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Says("Mara", "/poll guests 1 " + guests);
        Assert.StartsWith(told, room.Told("Mara").Last(), StringComparison.Ordinal);
    }
}
