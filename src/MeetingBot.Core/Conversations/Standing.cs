using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Something that many write into while it stands, and that one ends, such as a meeting. It has a door: a row that each
/// writes anew, whoever wrote it before, so that they never meet; who ends it takes the door away as it was before
/// looking at what was written. So nobody is overlooked, and nobody comes after.
/// </summary>
/// <param name="Door">The door's key.</param>
/// <param name="Row">The row that says that it stands, as it was read.</param>
public sealed record Standing(string Door, Row Row)
{
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();

    /// <summary>The door where something begins to stand.</summary>
    public static RowChange Open(string door) => new RowChange.Upsert(door, Nothing);

    /// <summary>What is written with it is stored only while the door is there.</summary>
    public static RowChange Through(string door) => new RowChange.Rewrite(door, Nothing);

    /// <summary>Takes the door away, as it was when it was read; nothing where there is none yet.</summary>
    public static IEnumerable<RowChange> Close(string door, RowSet rows) =>
        rows[door] is { } row ? [new RowChange.Delete(door, row.ETag)] : [];

    /// <summary>
    /// What stands is written anew as it was read, and its door goes: whoever has read it before and not written yet
    /// reads it again. Nothing where it is not there.
    /// </summary>
    /// <param name="row">Key of the row that says that it stands.</param>
    public static IEnumerable<RowChange> Renew(string door, string row, RowSet rows) => rows[row] is { } read
        ? [new RowChange.Replace(read.RowKey, read.Data, read.ETag), .. Close(door, rows)]
        : [];

    /// <summary>The condition that it stands still.</summary>
    /// <param name="missing">There was no door: it is made if what stands is as it was read.</param>
    internal IEnumerable<RowChange> Holds(bool missing) => missing
        ? [new RowChange.Insert(Door, Nothing), new RowChange.Replace(Row.RowKey, Row.Data, Row.ETag)]
        : [Through(Door)];
}
