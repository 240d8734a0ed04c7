namespace MeetingBot.Tables;

/// <summary>One stored row: UTF-8 JSON under a partition and a row key, with the ETag of its last write.</summary>
/// <param name="Data">UTF-8 JSON, 1 byte to <see cref="MaxData"/> bytes.</param>
/// <param name="ETag">Opaque; equal exactly when the row was not written since.</param>
public sealed record Row(string PartitionKey, string RowKey, ReadOnlyMemory<byte> Data, string ETag)
{
    /// <summary>
    /// Most bytes a row may hold in any home: Azure's 1 MiB entity is counted in UTF-16 with its names.
    /// </summary>
    public const int MaxData = 480 * 1024;
}
