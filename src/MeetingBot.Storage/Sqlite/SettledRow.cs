namespace MeetingBot.Storage.Sqlite;

/// <summary>A fresh row on its way from the log to its place in the table.</summary>
internal readonly record struct SettledRow(FreshPartition Partition, FreshRow Row)
{
    /// <summary>By row key alone, ordinal.</summary>
    public static IComparer<SettledRow> ByKey { get; } = Comparer<SettledRow>.Create(
        static (one, other) => string.CompareOrdinal(one.Row.RowKey, other.Row.RowKey));
}
