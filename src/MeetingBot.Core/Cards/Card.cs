using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MeetingBot.Cards;

/// <summary>
/// A card as a feature describes it, once; renderers draw it as Adaptive Card, Block Kit or HTML.
/// Every string is plain text that a person may have typed: a renderer escapes it.
/// </summary>
/// <param name="Title">Heading of the card, and the notification text.</param>
/// <param name="Body">Elements from top to bottom.</param>
/// <param name="Buttons">Buttons at the foot of the card.</param>
/// <param name="Refresh">What a client presses by itself to get the card of the person who looks.</param>
[method: JsonConstructor]
public sealed record Card(
    string Title,
    ImmutableArray<CardElement> Body,
    ImmutableArray<CardButton> Buttons,
    CardButton? Refresh = null)
{
    public Card(string title, params CardElement[] body) : this(title, [.. body], []) { }

    /// <summary>Every element, those in columns too.</summary>
    public IEnumerable<CardElement> Elements() => Body.SelectMany(Flat);

    /// <summary>Every button in the order of the card: those in the body, then those at the foot.</summary>
    public IEnumerable<CardButton> AllButtons() =>
        [.. Elements().OfType<CardButtons>().SelectMany(row => row.Buttons), .. Buttons];

    /// <summary>The card with each of its buttons as the function makes it.</summary>
    public Card Map(Func<CardButton, CardButton> button) => this with
    {
        Body = [.. Body.Select(element => Map(element, button))],
        Buttons = [.. Buttons.Select(button)],
        Refresh = Refresh is null ? null : button(Refresh),
    };

    private static CardElement Map(CardElement element, Func<CardButton, CardButton> button) => element switch
    {
        CardButtons row => new CardButtons([.. row.Buttons.Select(button)]),
        CardColumns columns => new CardColumns(
            [.. columns.Columns.Select(column => column.Select(part => Map(part, button)).ToImmutableArray())]),
        _ => element,
    };

    private static IEnumerable<CardElement> Flat(CardElement element) =>
        element is CardColumns columns ? columns.Columns.SelectMany(column => column).SelectMany(Flat) : [element];
}
