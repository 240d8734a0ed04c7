using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>OData filters over keys: the service finds the rows, never this program.</summary>
internal static class TableFilter
{
    public static string Range(string partitionKey, KeyRange range) =>
        $"PartitionKey eq {Literal(partitionKey)} "
        + $"and RowKey ge {Literal(range.From)} and RowKey lt {Literal(range.To)}";

    /// <summary>Every row after the given one, through all partitions.</summary>
    public static string After((string PartitionKey, string RowKey) last) =>
        $"PartitionKey gt {Literal(last.PartitionKey)} or "
        + $"(PartitionKey eq {Literal(last.PartitionKey)} and RowKey gt {Literal(last.RowKey)})";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
