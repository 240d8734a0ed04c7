namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// Which of a fixed number of counters a partition has; some share one, which costs at most a second look.
/// </summary>
internal static class PartitionBuckets
{
    public const int Count = 1024;

    public static int Of(string partitionKey) =>
        (int)((uint)partitionKey.GetHashCode(StringComparison.Ordinal) % Count);
}
