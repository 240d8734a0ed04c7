namespace MeetingBot.Tables;

/// <summary>One write of a batch. A batch names each row at most once.</summary>
public abstract record RowChange(string RowKey)
{
    /// <summary>Adds a row; the batch conflicts if the key is taken.</summary>
    public sealed record Insert(string RowKey, ReadOnlyMemory<byte> Data) : RowChange(RowKey);

    /// <summary>Adds or replaces a row whatever is there.</summary>
    public sealed record Upsert(string RowKey, ReadOnlyMemory<byte> Data) : RowChange(RowKey);

    /// <summary>
    /// Replaces a row; the batch conflicts if it is gone or was written since <paramref name="IfMatch"/>.
    /// </summary>
    public sealed record Replace(string RowKey, ReadOnlyMemory<byte> Data, string IfMatch) : RowChange(RowKey);

    /// <summary>Replaces a row that is there, whoever wrote it; the batch conflicts if it is gone.</summary>
    public sealed record Rewrite(string RowKey, ReadOnlyMemory<byte> Data) : RowChange(RowKey);

    /// <summary>
    /// Deletes a row. With an ETag the batch conflicts if the row is gone or was written since; without one
    /// the row is deleted whatever it is, and that it is gone already is no conflict.
    /// </summary>
    public sealed record Delete(string RowKey, string? IfMatch = null) : RowChange(RowKey);

    /// <summary>The bytes written, empty for a delete.</summary>
    public ReadOnlyMemory<byte> Payload => this switch
    {
        Insert insert => insert.Data,
        Upsert upsert => upsert.Data,
        Replace replace => replace.Data,
        Rewrite rewrite => rewrite.Data,
        _ => default,
    };
}
