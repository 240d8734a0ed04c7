namespace MeetingBot.Slack.Blocks;

/// <summary>
/// What stands together in a card does not fit into one message or view of Slack, and can't be parted.
/// </summary>
internal sealed class CardTooLargeException : Exception
{
    public CardTooLargeException() : base("The card is too large for Slack.") { }

    public CardTooLargeException(string message) : base(message) { }

    public CardTooLargeException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Says what is too large, never what it says.</summary>
    public CardTooLargeException(string what, int length, int most)
        : base($"{what} would take {length} of Slack's {most}, and can't be parted.") { }
}
