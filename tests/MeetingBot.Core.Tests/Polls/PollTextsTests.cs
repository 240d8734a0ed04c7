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

    [Fact]
    public async Task Times_StandInTheirOrder_AndKeepTheirIdsAndBallots()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll \"When\" Tue 15 July 10:00, Mon 14 July 10:00");
        Assert.Equal([2, 1], room.Poll(1).Options.Select(option => option.Id));
        Assert.Contains("1 | Mon 14 July 10:00–11:00 | 0 | 0 | 0\n2 | Tue 15 July 10:00–11:00 | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        await room.Says("Luna", "/vote 1 no, yes");
        await room.Votes("Tom", 1, ("o1", "yes"));
        Assert.Contains("2 | Tue 15 July 10:00–11:00 | 2: Luna, Tom | 0 | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);

        Assert.EndsWith(
            "is now \"Fri 11 July 10:00–11:00\". The options are numbered anew, in order of time.",
            (await room.Says("Mara", "/poll change 1 option 2 to Fri 11 July 10:00")).Split(" To answer again")[0], StringComparison.Ordinal);
        Assert.Equal([1, 2], room.Poll(1).Options.Select(option => option.Id));
        Assert.Contains("2 | Mon 14 July 10:00–11:00 | 0 | 0 | 1: Luna", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }
}
