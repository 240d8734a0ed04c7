namespace MeetingBot.Storage.Sqlite;

/// <summary>A committed row that is in the log and not yet in its place in the table.</summary>
/// <param name="Data">Empty when the row is deleted.</param>
/// <param name="Revision">The ETag as a number.</param>
/// <param name="MayBeInTable">False when the table is known to have no older version of it.</param>
internal sealed record FreshRow(
    string RowKey, ReadOnlyMemory<byte> Data, long Revision, bool IsDeleted, bool MayBeInTable);
