using MeetingBot.Cards;

namespace MeetingBot.Web.Tests.Cards;

/// <summary>A card with every kind of element, every text of it the given one.</summary>
internal static class SampleCards
{
    public static Card Everything(string text = "words") => new(text,
        [
            new CardHeading(text),
            new CardText(text), new CardText(text, TextTone.Strong), new CardText(text, TextTone.Subtle),
            new CardText(text, TextTone.Warning),
            new CardFacts([new CardFact(text, text)]),
            new CardTable([text, text], [[text, text], [text, text]]),
            new CardImage(new Uri("https://example.org/heat.png"), text),
            new CardColumns(
                [[new CardText(text)], [new CardButtons([CardButton.Press(text, "item open", ("item", text))])]]),
            new TextInput("name", text, true, text, text, text, 100),
            new TextInput("remarks", text, false, text, text, text, 400, Multiline: true),
            new NumberInput("minutes", text, true, text, 10, 1, 120),
            new DateInput("day", text, false, text, "2026-03-04"),
            new ChoiceInput("who", text, [new Choice("a", text), new Choice("b", text)], true, text, "b"),
            new ChoiceInput("days", text, [new Choice("mon", text), new Choice("tue", text), new Choice("wed", text)],
                false, text, "mon,wed", Multiple: true),
            new ChoiceInput(
                "zone", text, [.. new[] { "u", "v", "w", "x", "y" }.Select(value => new Choice(value, text))], false,
                text, "y"),
        ],
        [
            CardButton.Press(text, "cancel"),
            CardButton.Press(text, "save it", ("item", "7"), ("odd&key=", text)) with
            {
                SendsInputs = true,
                Style = ButtonStyle.Primary,
            },
            CardButton.Press(text, "forget") with { Style = ButtonStyle.Danger },
            CardButton.Open(text, new Uri("https://example.org/page?x=1&y=2")),
        ]);
}
