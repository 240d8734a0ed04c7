using MeetingBot.Cards;
using MeetingBot.Kit;

namespace MeetingBot.Risks;

/// <summary>Somebody's own card when they look at it again.</summary>
public sealed class OwnScoreCardTests
{
    private const string Slot = "score 1 1";

    [Fact]
    public async Task WhoLooksAgain_GoesOnAtWhatIsOpen_AndFindsWhatTheySaid()
    {
        using var room = await OpenAsync();
        await room.Scores1("Ben", "TR-1", "4", "2", "we had it twice");
        Assert.StartsWith("TR-2: ", (await LookAsync(room, "Ben")).Title, StringComparison.Ordinal);
        Assert.Contains("2 of 2 · 1 answered", (await LookAsync(room, "Ben")).Text(), StringComparison.Ordinal);
        await room.Scores1("Ben", "TR-2", "?", "3");
        var card = await LookAsync(room, "Ben");
        Assert.StartsWith("TR-1: ", card.Title, StringComparison.Ordinal);
        Assert.Equal(
            [("likelihood", "4"), ("impact", "2")],
            card.Body.OfType<ChoiceInput>().Where(input => input.Open).Select(input => (input.Id, input.Value)));
        Assert.Equal("we had it twice", Assert.Single(card.Body.OfType<TextInput>()).Value);

        var others = await LookAsync(room, "Carl");
        Assert.Contains("1 of 2 · 0 answered", others.Text(), StringComparison.Ordinal);
        Assert.All(others.Body.OfType<ChoiceInput>(), input => Assert.Null(input.Value));
        Assert.Null(Assert.Single(others.Body.OfType<TextInput>()).Value);
    }

    [Fact]
    public async Task ClientThatDrawsTheSentCardAnew_GetsTheSame_AndChangesNothing()
    {
        using var room = await OpenAsync();
        await room.Scores1("Ben", "TR-1", "4", "2");
        var refresh = room.ScoreCard("Ben").Refresh!;
        var outcome = await room.Bot.Turn(
            room.Pressed("Ben", refresh.Verb, [.. refresh.Data.Select(pair => (pair.Key, pair.Value))]) with { Automatic = true });
        Assert.StartsWith("TR-2: ", outcome.Answer!.Card!.Title, StringComparison.Ordinal);
        Assert.Null(outcome.Answer.Card.Refresh);
    }

    [Fact]
    public async Task HowSureTheyAre_IsTakenBackByNotSaid_AndStaysWhereNothingIsSent()
    {
        using var room = await OpenAsync();
        foreach (var (sent, kept) in new[] { ("2", "2"), (null, "2"), ("none", null) })
        {
            var button = (await LookAsync(room, "Ben")).Buttons[0];
            await room.Press("Ben", button, [("likelihood", "3"), .. sent is null ? Array.Empty<(string, string)>() : [("confidence", sent)]]);
            Assert.Equal(kept, Assert.Single((await LookAsync(room, "Ben")).Body.OfType<ChoiceInput>(), input => input.Id == "confidence").Value);
        }
    }

    [Fact]
    public async Task Reasons_StandOnTheirSide_WithoutNames()
    {
        using var room = await OpenAsync();
        foreach (var (who, likelihood) in RiskRoom.Members.Zip("24252424"))
            await room.Scores1(who, "TR-1", $"{likelihood}", "4", $"reason {likelihood} {who.ToUpperInvariant()[0]}");
        await room.Says("Anna", "/risk reveal");
        await room.Says("Ben", "/risks TR-1");
        var text = room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "risk 1 TR-1").Message.Card!.Text();
        Assert.Matches("(?s)Below the group's value\n• reason 2 .*At the group's value or above\n• reason 4 ", text);
        Assert.DoesNotContain("Dora", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk reveal", "How the scores fell: /risks")]
    [InlineData("/risk cancel", "What you answered is shown to nobody.")]
    public async Task OnceItIsOver_NothingCanBeFilledIn(string ends, string told)
    {
        using var room = await OpenAsync();
        await room.Scores1("Ben", "TR-1", "4", "2");
        await room.Says("Anna", ends);
        var card = await LookAsync(room, "Ben");
        Assert.Empty(card.Elements().OfType<CardInput>());
        Assert.Empty(card.AllButtons());
        Assert.Contains(told, card.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedCard_SaysHowWhoHasNoCardGetsOne()
    {
        using var room = await OpenAsync();
        var shared = room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 1").Message.Card!;
        Assert.Contains("who has none presses \"My card\"", shared.Text(), StringComparison.Ordinal);
        await room.Press("Ida", shared.AllButtons().First());
        await room.Scores1("Ida", "TR-1", "4", "2");
        await room.Says("Anna", "/risk reveal");
        Assert.Equal((9, 1), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
    }

    private static async Task<Room> OpenAsync()
    {
        var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        return room;
    }

    private static async Task<Card> LookAsync(Room room, string who) =>
        (await room.Bot.Views.CardAsync(room.Group, Room.Who(who), Slot, CancellationToken.None))!;
}
