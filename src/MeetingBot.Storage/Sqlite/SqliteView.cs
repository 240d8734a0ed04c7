using System.Runtime.CompilerServices;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>What readers see: the table, with the fresh rows laid over it.</summary>
internal sealed class SqliteView(FreshRows fresh, SqliteReaderPool readers)
{
    private const int ScanPage = 200;

    public Row? Get(string partitionKey, string rowKey)
    {
        // Fresh first: a row that moves in between is then found in the table.
        if (fresh.Partition(partitionKey)?.Find(rowKey) is { } row) return Visible(partitionKey, row);
        return readers.Read(
            (partitionKey, rowKey), static (reader, key) => reader.Get(key.partitionKey, key.rowKey));
    }

    public List<Row> Query(string partitionKey, KeyRange range, int limit)
    {
        while (true)
        {
            var moves = fresh.Moves(partitionKey);
            var over = fresh.Partition(partitionKey)?.Copy(range) ?? [];
            // Some of the table's rows may be hidden by fresh ones.
            var most = (int)Math.Min(int.MaxValue, (long)limit + over.Count(row => row.MayBeInTable));
            var under = readers.Read(
                (partitionKey, range, most),
                static (reader, query) => reader.Query(query.partitionKey, query.range, query.most));
            if (fresh.IsSettled(partitionKey, moves)) return Overlay(partitionKey, over, under, limit);
        }
    }

    /// <summary>The least partition after the given one, or null.</summary>
    public string? NextPartition(string after)
    {
        var over = fresh.NextPartition(after);
        var under = readers.Read(after, static (reader, last) => reader.NextPartition(last));
        if (over is null || under is null) return over ?? under;
        return string.CompareOrdinal(over, under) < 0 ? over : under;
    }

    /// <summary>Every row, ordered by partition and row key, from after the given one.</summary>
    /// <remarks>Reads page by page: a slow consumer must not hold a snapshot, which holds up checkpoints.</remarks>
    public async IAsyncEnumerable<Row> ScanAsync(
        (string PartitionKey, string RowKey)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var partition = after?.PartitionKey ?? NextPartition("");
        var from = after is { } last ? After(last.RowKey) : KeyRange.All;
        for (; partition is not null; partition = NextPartition(partition), from = KeyRange.All)
        {
            for (var page = ScanPage; page == ScanPage;)
            {
                cancel.ThrowIfCancellationRequested();
                var rows = Query(partition, from, ScanPage);
                foreach (var row in rows) yield return row;
                page = rows.Count;
                if (page > 0) from = After(rows[^1].RowKey);
            }
        }
    }

    // The space is the least character of a key, so this is the least key after the given one.
    private static KeyRange After(string rowKey) => new(rowKey + " ", KeyRange.All.To);

    private static List<Row> Overlay(
        string partitionKey, List<FreshRow> over, List<Row> under, int limit)
    {
        if (over.Count == 0) return under;
        var rows = new List<Row>(Math.Min(limit, over.Count + under.Count));
        for (int i = 0, j = 0; rows.Count < limit && (i < over.Count || j < under.Count);)
        {
            var order = i == over.Count ? 1
                : j == under.Count ? -1
                : string.CompareOrdinal(over[i].RowKey, under[j].RowKey);
            if (order > 0)
            {
                rows.Add(under[j++]);
                continue;
            }
            if (order == 0) j++;
            if (Visible(partitionKey, over[i]) is { } row) rows.Add(row);
            i++;
        }
        return rows;
    }

    private static Row? Visible(string partitionKey, FreshRow row) =>
        row.IsDeleted ? null : new Row(partitionKey, row.RowKey, row.Data, SqliteReader.ETag(row.Revision));
}
