using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>Parts one element into smaller ones that say the same together.</summary>
internal static class CardPieces
{
    /// <summary>The element itself, or pieces of it of at most <paramref name="room"/> bytes each.</summary>
    /// <exception cref="CardTooLargeException">It has no smaller pieces.</exception>
    public static IEnumerable<CardElement> Of(CardElement element, int room)
    {
        var bytes = CardSize.Bytes(element);
        if (bytes <= room) return [element];
        var smaller = Smaller(element);
        if (smaller.IsEmpty) throw new CardTooLargeException($"A {element.GetType().Name}", bytes, room);
        return smaller.SelectMany(piece => Of(piece, room));
    }

    private static ImmutableArray<CardElement> Smaller(CardElement element) => element switch
    {
        CardText { Text.Length: > 1 } text => Halves(text),
        CardHeading heading => [new CardText(heading.Text, TextTone.Strong)],
        CardFacts { Facts.Length: > 1 } facts => [.. Halves(facts.Facts).Select(half => new CardFacts(half))],
        CardFacts { Facts: [var fact] } => [new CardText(fact.Name, TextTone.Strong), new CardText(fact.Value)],
        CardTable { Rows.Length: > 1 } table => [.. Halves(table.Rows).Select(half => table with { Rows = half })],
        CardTable { Rows: [var row] } table =>
            [new CardFacts([.. table.Headers.Zip(row, (name, value) => new CardFact(name, value))])],
        CardColumns columns => [.. columns.Columns.SelectMany(column => column)],
        CardButtons { Buttons.Length: > 1 } row => [.. Halves(row.Buttons).Select(half => new CardButtons(half))],
        _ => [],
    };

    private static ImmutableArray<ImmutableArray<T>> Halves<T>(ImmutableArray<T> items) =>
        [items[..(items.Length / 2)], items[(items.Length / 2)..]];

    // At a line end near the middle, or between words, or between characters as people count them.
    private static ImmutableArray<CardElement> Halves(CardText text)
    {
        var (middle, reach) = (text.Text.Length / 2, text.Text.Length / 4);
        var at = text.Text.LastIndexOf('\n', middle, reach) + 1;
        if (at == 0) at = text.Text.LastIndexOf(' ', middle, reach) + 1;
        if (at == 0) at = ElementBoundary(text.Text, middle);
        return [text with { Text = text.Text[..at] }, text with { Text = text.Text[at..] }];
    }

    private static int ElementBoundary(string text, int near)
    {
        var at = 0;
        while (at < near) at += StringInfo.GetNextTextElementLength(text, at);
        return at < text.Length ? at : char.IsLowSurrogate(text[near]) ? near - 1 : near;
    }
}
