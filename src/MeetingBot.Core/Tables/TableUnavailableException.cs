namespace MeetingBot.Tables;

/// <summary>The store does not answer, is throttling or has failed; the same call may succeed later.</summary>
public sealed class TableUnavailableException : Exception
{
    public TableUnavailableException() { }

    public TableUnavailableException(string message) : base(message) { }

    public TableUnavailableException(string message, Exception inner) : base(message, inner) { }
}
