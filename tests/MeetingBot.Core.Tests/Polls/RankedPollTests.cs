using MeetingBot.Cards;
using MeetingBot.Kit;

namespace MeetingBot.Polls;

public sealed class RankedPollTests
{
    [Fact]
    public async Task AllPlacesThatWereTyped_AreOnTheCard_AndStayWhenItIsSaved()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | c | d | e | f | g | h | i | j --ranked");
        await room.Says("Luna", "/vote 1 j > i > h > g > f > e > d");
        var inputs = (await room.Seen("Luna", 1)).Elements().OfType<ChoiceInput>().ToList();
        await room.Votes("Luna", 1, [.. inputs.Select(input => (input.Id, input.Value ?? ""))]);
        Assert.Equal([10, 9, 8, 7, 6, 5, 4], Assert.Single(room.Ballots(1)).Answers.Select(answer => answer.Option));
    }

    [Fact]
    public async Task OptionBeyondTheMost_IsNotAdded()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | c | d | e | f | g | h | i | j --ranked");
        Assert.Equal("Up to 10 options are put into an order, not 11.", await room.Says("Mara", "/poll add 1 k"));
        Assert.Equal(10, room.Poll(1).Options.Length);
    }
}
