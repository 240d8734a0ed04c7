namespace MeetingBot.Storage.Azure;

/// <summary>The parts of the service's addresses that name rows.</summary>
internal static class TableAddress
{
    /// <summary><c>(PartitionKey='…',RowKey='…')</c>, percent-encoded as it is sent and signed.</summary>
    public static string Keys(string partitionKey, string rowKey) =>
        $"(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    private static string Escape(string key) =>
        Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
