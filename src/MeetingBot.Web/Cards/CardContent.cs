using MeetingBot.Cards;

namespace MeetingBot.Web.Cards;

/// <summary>What a card holds, through its columns and button rows.</summary>
public static class CardContent
{
    public static IEnumerable<CardElement> Elements(Card card) => card.Body.SelectMany(Flat);

    public static IEnumerable<CardButton> Buttons(Card card) =>
        [.. Elements(card).OfType<CardButtons>().SelectMany(b => b.Buttons), .. card.Buttons];

    /// <summary>
    /// What the Enter key in an input presses, when that is not the first button of the form: the first that
    /// sends the inputs.
    /// </summary>
    public static CardButton? DefaultPress(Card card)
    {
        if (!Elements(card).OfType<CardInput>().Any()) return null;
        var buttons = Buttons(card).Where(b => b.Link is null).ToList();
        var first = buttons.Find(b => b.SendsInputs);
        return first is null || ReferenceEquals(first, buttons[0]) ? null : first;
    }

    private static IEnumerable<CardElement> Flat(CardElement element) =>
        element is CardColumns columns ? columns.Columns.SelectMany(c => c).SelectMany(Flat) : [element];
}
