using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>What is chosen where a time was doubtful is what the poll gets, with all else that was typed.</summary>
public sealed class DoubtfulTimeTests
{
    [Theory]
    [InlineData(0, "2025-10-26T00:30:00Z", "CEST")]
    [InlineData(1, "2025-10-26T01:30:00Z", "CET")]
    public async Task TimeThatComesTwice_IsTheOneThatWasPressed(int pressed, string start, string name)
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"Night shift\" Sunday 26 October 02:30");
        await room.Press("Mara", room.Transcript[^1].Card!.Buttons[pressed]);
        Assert.Equal(start, room.Poll(1).Options[0].Slot!.Start.ToString());
        Assert.Contains($"the one in {name} is meant", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndOnTheNextDay_Stays()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"Night shift\" Friday 23:00-01:00, Tue 8 July 10:00");
        await room.Press("Mara", room.Transcript[^1].Card!.Buttons[0]);
        Assert.Equal(
            [Duration.FromHours(2), Duration.FromHours(1)], room.Poll(1).Options.Select(option => option.Slot!.Length));
    }

    [Fact]
    public async Task CetInSummer_IsStillPointedOut_WithItsLiteralReading()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT\" Friday 17:00 CET");
        await room.Press("Mara", room.Transcript[^1].Card!.Buttons[^1]);
        var slot = room.Poll(1).Options[0].Slot!;
        Assert.Equal(Duration.FromHours(1), slot.Literal - slot.Start);
        Assert.Contains("is taken as the clock on the wall", slot.Warning, StringComparison.Ordinal);
        Assert.True((await room.Seen("Mara", 1)).Offers("Option 1: 18:00 was meant"));
    }

    [Fact]
    public async Task SeveralDoubtfulTimes_AreAskedOneAfterTheOther()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT\" Sunday 26 October 02:30, Wed 11 July 16:00 for 90 min");
        var next = await room.Press("Mara", room.Transcript[^1].Card!.Buttons[1]);
        await room.Press("Mara", next!.Card!.Buttons[0]);
        Assert.Equal(
            [Instant.FromUtc(2025, 7, 11, 14, 0), Instant.FromUtc(2025, 10, 26, 1, 30)],
            room.Poll(1).Options.Select(option => option.Slot!.Start));
        Assert.All(room.Poll(1).Options, option => Assert.Equal(Duration.FromMinutes(90), option.Slot!.Length));
    }

    [Fact]
    public async Task ChoiceThatWasNeverOffered_IsAskedAgain()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT\" Sunday 26 October 02:30");
        var button = room.Transcript[^1].Card!.Buttons[0];
        var answer = await room.Press(
            "Mara", button.Verb, ("typed", button.Data["typed"]), ("meant", "2025-10-26T09:00:00Z - Sunday 26 October 02:30\nnonsense"));
        Assert.Equal(2, answer!.Card!.Buttons.Length);
        Assert.Empty(room.Table.Under(room.Partition, "poll"));
    }

    [Fact]
    public async Task SameStart_OfDifferentLength_AreTwoOptions()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"When\" Tue 1 July 10:00-11:00, Tue 1 July 10:00-12:00");
        Assert.Equal(
            ["Tue 1 July 10:00–11:00", "Tue 1 July 10:00–12:00"], room.Poll(1).Options.Select(option => option.Text));
    }

    [Fact]
    public async Task OptionThatNobodyAnswers_IsNotBetterThanOneThatSomebodyCanDo()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll \"When\" Tue 1 July 10:00, Tue 1 July 12:00");
        await room.Votes("Luna", 1, ("o1", "maybe"));
        await room.Votes("Tom", 1, ("o1", "no"));
        Assert.Contains("Result: Tue 1 July 10:00–11:00 (0 yes, 1 if need be, 1 no).", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
    }
}
