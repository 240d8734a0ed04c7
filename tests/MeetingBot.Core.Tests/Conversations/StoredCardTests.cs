using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;

namespace MeetingBot.Conversations;

/// <summary>A card that was promised before a crash is the same card after it.</summary>
public sealed class StoredCardTests
{
    [Fact]
    public void EveryElement_ComesBackFromTheOutboxAsItWas()
    {
        var button = CardButton.Press("Press", "agenda next", ("seen", "1")) with { Style = ButtonStyle.Danger, SendsInputs = true };
        var card = new Card(
            "Title",
            [
                new CardHeading("h"), new CardText("t\nu", TextTone.Warning), new CardFacts([new CardFact("n", "v")]),
                new CardTable(["a", "b"], [["1", "2"], ["", "<>"]]), new CardImage(new Uri("https://bot.example/i.svg"), "alt"),
                new CardColumns([[new CardText("left")], [new CardHeading("right")]]), new CardButtons([button]),
                new TextInput("text", "Text", true, "Needed", "v", "p", 10, true), new NumberInput("number", "Number", Value: 0, Min: 1, Max: 2),
                new DateInput("date", "Date", Value: "2025-06-27"), new ChoiceInput("one", "One", [new Choice("a", "A")], Value: "a", Multiple: true),
            ],
            [button, CardButton.Open("Open", new Uri("https://bot.example/"))],
            button);
        var message = new Outgoing(new Room().Conversation, "text", Card: card, Slot: "agenda", Recipient: Room.Who("Luna"));
        var row = Stored(new OutboxEntry(message, "a", FakeTime.Start));

        var read = OutboxEntry.TryRead(row)!;

        Assert.Equal(row.Data.ToArray(), read.ToData().ToArray());
        Assert.Equal(card.Body.Select(element => element.GetType()), read.Message.Card!.Body.Select(element => element.GetType()));
        Assert.Equal("1", read.Message.Card.Buttons[0].Data["seen"]);
        Assert.True(read.Message.Card.Body.OfType<TextInput>().Single().Multiline);
        Assert.Equal(0, read.Message.Card.Body.OfType<NumberInput>().Single().Value);
    }

    [Fact]
    public void CardWithNothingInIt_ComesBack()
    {
        var message = new Outgoing(new Room().Conversation, "text", Card: new Card("Title"));
        var read = OutboxEntry.TryRead(Stored(new OutboxEntry(message, "a", FakeTime.Start)))!;

        Assert.Empty(read.Message.Card!.Body);
        Assert.Empty(read.Message.Card.Buttons);
    }

    [Fact]
    public async Task PressRepeated_GivesTheFirstAnswer()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        var press = room.Pressed("Mara", "agenda next");
        var first = await room.Bot.Turn(press with { Verb = "agenda add", Fields = ImmutableDictionary<string, string>.Empty.Add("title", "Three") });
        var again = await room.Bot.Turn(press with { Verb = "agenda add", Fields = ImmutableDictionary<string, string>.Empty.Add("title", "Three") });

        Assert.Equal(JsonSerializer.Serialize(first.Answer), JsonSerializer.Serialize(again.Answer));
        Assert.True(again.Repeated);
    }

    private static Tables.Row Stored(OutboxEntry entry) => new("p", "r", entry.ToData(), "e");
}
