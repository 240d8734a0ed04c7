using MeetingBot.Cards;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary><c>/when</c> on a Friday afternoon in June 2025.</summary>
public sealed class ShowWhenTests
{
    [Fact]
    public async Task Time_IsToldInTheZoneOfEverybodyWhoIsKnown()
    {
        using var room = new Room();
        await Says(room, "Luna", "America/Chicago", "/help");
        await Says(room, "Tom", "Asia/Tokyo", "/help");

        var card = await Asks(room, "Mara", "when Friday 11th at 16:00 CET");

        Assert.Equal("Friday 11 July 2025, 16:00 (CEST)", card.Title);
        Assert.Contains(new CardFact("That is", "in 14 days, in Europe/Zurich"), Facts(card));
        Assert.Equal(
            [
                "Europe/Zurich|Friday 11 July 2025, 16:00 (CEST)|the group",
                "America/Chicago|Friday 11 July 2025, 09:00 (CDT)|Luna",
                "Asia/Tokyo|Friday 11 July 2025, 23:00 (JST)|Tom",
                "UTC|Friday 11 July 2025, 14:00 (UTC)|",
            ], Rows(card));
        Assert.Contains("I take it as the clock on the wall of Geneva", Texts(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiteralReadingOfCet_IsOnePressAway()
    {
        using var room = new Room();
        var card = await Asks(room, "Mara", "when 11 July 16:00 CET");

        var literal = Assert.Single(card.Buttons);
        Assert.Equal("Literally: Friday 11 July 2025, 17:00 (CEST)", literal.Title);
        Assert.Equal("Friday 11 July 2025, 17:00 (CEST)", (await room.Press("Mara", literal))!.Card!.Title);
    }

    [Fact]
    public async Task Question_HasAButtonForEachCandidate()
    {
        using var room = new Room();
        var card = await Asks(room, "Mara", "when Friday at 17:30");

        Assert.Equal("That is today's weekday: today, or in a week?", card.Title);
        Assert.Equal(
            ["Friday 27 June 2025, 17:30 (CEST)", "Friday 4 July 2025, 17:30 (CEST)"], card.Buttons.Select(button => button.Title));
        Assert.Equal("Friday 4 July 2025, 17:30 (CEST)", (await room.Press("Mara", card.Buttons[1]))!.Card!.Title);
    }

    [Fact]
    public async Task ClockChangeBeforeThen_IsSaid()
    {
        using var room = new Room();
        var card = await Asks(room, "Mara", "when 3 November at 10:00");
        Assert.Contains(
            "The clocks of Europe/Zurich change before then, on Sunday 26 October 2025: from CEST to CET.", Texts(card), StringComparison.Ordinal);
        Assert.DoesNotContain("clocks", Texts(await Asks(room, "Mara", "when 3 July at 10:00")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/when usual time? 15.00 CET Tuesday 22nd July?")]
    [InlineData("/when is the usual time? 15.00 CET Tuesday 22nd July")]
    [InlineData("/when 15.00 CET Tuesday 22nd July?")]
    public async Task QuestionBefore_IsNoPartOfTheTime(string said)
    {
        using var room = new Room();
        var card = await Asks(room, "Mara", said);
        Assert.Contains("Tuesday 22 July 2025", card.Title, StringComparison.Ordinal);
        Assert.Contains("15:00", card.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/when 31 June", "There is no such date. I read \"31 June\". For example: /when Friday 11th at 16:00 CET")]
    [InlineData("/when room 513/1-027", "I find no time in that. I read \"room 513/1-027\". For example: /when Friday 11th at 16:00 CET")]
    [InlineData("/when", "Which time? A date, a time or both, as you would say it. For example: /when Friday 11th at 16:00 CET")]
    public async Task NoTime_IsSaidWithAnExample(string said, string answer)
    {
        using var room = new Room();
        Assert.EndsWith(answer, await room.Asks("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when Friday comes we stop")]
    [InlineData("when is the next meeting?")]
    [InlineData("when we meet on Friday bring the slides")]
    [InlineData("When will it be ready")]
    public async Task Talk_IsLeftAlone(string said)
    {
        using var room = new Room();
        Assert.Equal("", await room.Says("Mara", said));
    }

    [Fact]
    public async Task DayOfAnotherZone_IsToldFromWhenUntilWhen()
    {
        using var room = new Room();
        await Says(room, "Tom", "Asia/Tokyo", "/help");
        Assert.Contains(
            "Asia/Tokyo|Friday 11 July 2025, 07:00, to Saturday 12 July 2025, 07:00 (JST)|Tom", Rows(await Asks(room, "Mara", "when 11 July")));
    }

    private static Task<string> Says(Room room, string who, string zone, string text) =>
        room.Hears(room.Message(who, text) with { Sender = Room.Who(who) with { Zone = zone } });

    private static async Task<Card> Asks(Room room, string who, string text)
    {
        await room.Asks(who, text);
        return room.Transcript[^1].Card!;
    }

    private static IEnumerable<CardFact> Facts(Card card) => card.Body.OfType<CardFacts>().SelectMany(facts => facts.Facts);

    private static IEnumerable<string> Rows(Card card) => card.Body.OfType<CardTable>().Single().Rows.Select(row => string.Join('|', row));

    private static string Texts(Card card) => string.Join('\n', card.Body.OfType<CardText>().Select(text => text.Text));
}
