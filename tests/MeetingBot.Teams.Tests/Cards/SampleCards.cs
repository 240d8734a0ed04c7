using System.Collections.Immutable;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>
/// Every card that a feature can send, for the checks of this folder; in each, one typed text is in every field that
/// can hold one.
/// </summary>
public static class SampleCards
{
    /// <summary>All of them. A feature adds a line a card.</summary>
    public static IEnumerable<(string Name, Card Card)> All(string text) =>
    [
        .. OfEveryElement(text),
        .. FeatureCards.All(text),
    ];

    public static IEnumerable<(string Name, Card Card)> OfEveryElement(string text) =>
    [
        ("title", new Card(text)),
        ("heading", new Card("Heading", new CardHeading(text))),
        .. Enum.GetValues<TextTone>().Select(tone => ($"text-{tone}", new Card("Text", new CardText(text, tone)))),
        ("facts", new Card("Facts", new CardFacts([new(text, "1"), new("Speaker", text)]))),
        ("table", new Card("Table", new CardTable([text, "Time"], [[text, "5m"], ["", ""]]))),
        ("wide-table", new Card("Table", new CardTable(["No.", "Title", "Time"], [["1", text, "5m"]]))),
        ("image", new Card("Image", new CardImage(new Uri("https://cards.example/clock.png"), text))),
        ("image-elsewhere", new Card("Image", new CardImage(new Uri("http://cards.example/clock.png"), text))),
        ("columns", new Card("Columns", new CardColumns([[new CardText(text)], [new CardHeading(text)], []]))),
        ("buttons", new Card("Buttons", new CardButtons([Press(text), CardButton.Open(text, Page)]))),
        ("foot", new Card("Foot", [new CardText("Nine buttons")], Buttons(text, 9), Press("Show mine"))),
        ("text-input", Form(new TextInput("words", text, true, text, text, text, 200))),
        ("long-text-input", Form(new TextInput("words", text, MaxLength: 6000, Multiline: true))),
        ("number-input", Form(new NumberInput("minutes", text, true, text, 5, 1, 600))),
        ("date-input", Form(new DateInput("due", text, true, text, "2026-03-01"))),
        ("choice-open", Form(Choice(text, 2))),
        ("choice-folded", Form(Choice(text, 7))),
        ("choice-multiple", Form(Choice(text, 3) with { Multiple = true, Value = "c0,c2" })),
    ];

    private static Uri Page => new("https://meetings.example/minutes/1#line-2");

    // Ids are short, whatever is in them.
    private static CardButton Press(string text) => CardButton.Press(
        text, "agenda next", ("item", text[..Math.Min(text.Length, 40)]), ("meeting", "m1"));

    private static ImmutableArray<CardButton> Buttons(string text, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Press($"{i} {text}") with { Style = (ButtonStyle)(i % 3) }),
    ];

    private static Card Form(CardInput input) =>
        new("Form", [input], [Press("Save") with { SendsInputs = true, Style = ButtonStyle.Primary }]);

    private static ChoiceInput Choice(string text, int count)
    {
        var choices = Enumerable.Range(0, count).Select(i => new Choice($"c{i}", i < 2 ? $"{text} {i}" : $"No. {i}"));
        return new ChoiceInput("pick", text, [.. choices], Required: true, Error: text);
    }
}
