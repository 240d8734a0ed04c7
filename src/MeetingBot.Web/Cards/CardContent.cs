using MeetingBot.Cards;

namespace MeetingBot.Web.Cards;

/// <summary>What a form drawn of a card does.</summary>
public static class CardContent
{
    /// <summary>
    /// What the Enter key in an input presses, when that is not the first button of the form: the first that
    /// sends the inputs.
    /// </summary>
    public static CardButton? DefaultPress(Card card)
    {
        if (!card.Elements().OfType<CardInput>().Any()) return null;
        var buttons = card.AllButtons().Where(b => b.Link is null).ToList();
        var first = buttons.Find(b => b.SendsInputs);
        return first is null || ReferenceEquals(first, buttons[0]) ? null : first;
    }
}
