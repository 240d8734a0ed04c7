namespace MeetingBot.Tables;

/// <summary>The store does not answer, is throttling or has failed; the same call may succeed later.</summary>
public sealed class TableUnavailableException : Exception
{
    /// <summary>Whether what was to be written may be stored all the same: only the answer was lost.</summary>
    public bool MayBeStored { get; init; }

    public TableUnavailableException() { }

    public TableUnavailableException(string message) : base(message) { }

    public TableUnavailableException(string message, Exception inner) : base(message, inner) { }
}
