namespace MeetingBot.Storage.Sqlite;

/// <summary>A committed row that is in the log and not yet in its place in the table.</summary>
/// <param name="Data">Empty when the row is deleted.</param>
/// <param name="Revision">The ETag as a number.</param>
/// <param name="MayBeInTable">False when the table is known to have no older version of it.</param>
internal sealed record FreshRow(string RowKey, byte[] Data, long Revision, bool IsDeleted, bool MayBeInTable)
{
    /// <summary>By row key alone, ordinal.</summary>
    public static IComparer<FreshRow> ByKey { get; } =
        Comparer<FreshRow>.Create((one, other) => string.CompareOrdinal(one.RowKey, other.RowKey));

    /// <summary>To look for a key with.</summary>
    public static FreshRow Probe(string rowKey) => new(rowKey, [], 0, false, false);
}
