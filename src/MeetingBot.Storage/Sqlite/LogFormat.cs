using System.Text;

namespace MeetingBot.Storage.Sqlite;

/// <summary>
/// The bytes of a log entry: for each row its partition (empty: that of the row before), key, revision, whether
/// deleted, length and data.
/// </summary>
internal static class LogFormat
{
    public static void Write(BinaryWriter to, string partitionKey, FreshRow row)
    {
        to.Write(partitionKey);
        to.Write(row.RowKey);
        to.Write(row.Revision);
        to.Write(row.IsDeleted);
        to.Write(row.Data.Length);
        to.Write(row.Data.Span);
    }

    /// <summary>The rows of an entry in the order they were written.</summary>
    public static IEnumerable<(string PartitionKey, FreshRow Row)> Read(byte[] entry)
    {
        using var from = new BinaryReader(new MemoryStream(entry), Encoding.UTF8);
        var last = "";
        while (from.BaseStream.Position < entry.Length)
        {
            var (partitionKey, rowKey) = (from.ReadString(), from.ReadString());
            if (partitionKey.Length > 0) last = partitionKey;
            var (revision, isDeleted) = (from.ReadInt64(), from.ReadBoolean());
            var data = from.ReadBytes(from.ReadInt32());
            yield return (last, new FreshRow(rowKey, data, revision, isDeleted, MayBeInTable: true));
        }
    }
}
