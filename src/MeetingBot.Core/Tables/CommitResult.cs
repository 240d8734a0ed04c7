namespace MeetingBot.Tables;

/// <summary>What became of a batch: all of it is stored, or none.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>Every change is durable.</summary>
    public sealed record Committed : CommitResult
    {
        public static Committed Instance { get; } = new();
    }

    /// <summary>Nothing was stored: the change of this row met another state than it named.</summary>
    public sealed record Conflict(string RowKey) : CommitResult;
}
