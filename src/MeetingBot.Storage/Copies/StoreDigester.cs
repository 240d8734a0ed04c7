using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Copies;

/// <summary>
/// SHA-256 over partition key, row key and data of every row in key order, each with its length in front, so that
/// no two tables give the same bytes. ETags are each home's own and take no part.
/// </summary>
internal sealed class StoreDigester : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    public void Add(Row row)
    {
        Append(Encoding.UTF8.GetBytes(row.PartitionKey));
        Append(Encoding.UTF8.GetBytes(row.RowKey));
        Append(row.Data.Span);
        Rows++;
    }

    public StoreDigest Finish() => new(Rows, Convert.ToHexStringLower(hash.GetHashAndReset()));

    public void Dispose() => hash.Dispose();

    private void Append(ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
