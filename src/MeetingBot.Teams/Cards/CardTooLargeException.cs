namespace MeetingBot.Teams.Cards;

/// <summary>A card can't be parted into pieces that Teams takes: its inputs or buttons alone are too large.</summary>
public sealed class CardTooLargeException : Exception
{
    public CardTooLargeException() : base("The card is too large for Teams.") { }

    public CardTooLargeException(string message) : base(message) { }

    public CardTooLargeException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Says what is too large, never what it says.</summary>
    internal CardTooLargeException(string what, int bytes, int maxBytes)
        : base($"{what} would take {bytes} bytes, more than a card's {maxBytes}, and can't be parted.") { }
}
