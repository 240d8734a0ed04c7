namespace MeetingBot.Storage;

/// <summary>
/// The store can't be opened as it is configured, and trying again will not help. The message is for the
/// operator: it says what is wrong and what to do.
/// </summary>
public sealed class StoreUnusableException : Exception
{
    public StoreUnusableException() { }

    public StoreUnusableException(string message) : base(message) { }

    public StoreUnusableException(string message, Exception inner) : base(message, inner) { }
}
