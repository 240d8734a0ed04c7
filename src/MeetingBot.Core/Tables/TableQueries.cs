using System.Runtime.CompilerServices;

namespace MeetingBot.Tables;

/// <summary>Longer readings and writings over <see cref="ITable"/>.</summary>
public static class TableQueries
{
    private const int PageSize = 500;

    /// <summary>Every row of a range, page by page; at most so many of them.</summary>
    public static async IAsyncEnumerable<Row> QueryAllAsync(
        this ITable table, string partitionKey, KeyRange range, [EnumeratorCancellation] CancellationToken cancel,
        int most = int.MaxValue)
    {
        while (most > 0)
        {
            var size = Math.Min(PageSize, most);
            var page = await table.QueryAsync(partitionKey, range, size, cancel);
            foreach (var row in page) yield return row;
            if (page.Count < size) yield break;
            most -= size;
            // The least key after the last: a space is the lowest character of a key.
            range = range with { From = page[^1].RowKey + " " };
        }
    }

    /// <summary>The rows that are named, those by key as they were before the ranges were looked at.</summary>
    public static async ValueTask<RowSet> ReadAsync(
        this ITable table, string partitionKey, Reads reads, CancellationToken cancel)
    {
        var keys = reads.Keys.Select(key => table.GetAsync(partitionKey, key, cancel).AsTask()).ToList();
        var rows = new RowSet();
        // First the keys: a door must be no younger than what was written through it.
        foreach (var key in keys) if (await key is { } row) rows.Add(row);
        foreach (var range in reads.Ranges)
        {
            await foreach (var row in table.QueryAllAsync(partitionKey, range, cancel, reads.MostRows)) rows.Add(row);
        }
        return rows;
    }

    /// <summary>Deletes the rows of a partition that are meant; interrupted, it is done again.</summary>
    public static async ValueTask DeleteAllAsync(
        this ITable table, string partitionKey, Func<Row, bool> isMeant, CancellationToken cancel)
    {
        var dropped = new List<RowChange>();
        await foreach (var row in table.QueryAllAsync(partitionKey, KeyRange.All, cancel))
            if (isMeant(row)) dropped.Add(new RowChange.Delete(row.RowKey));
        foreach (var some in dropped.Chunk(ITable.MaxBatch)) await table.CommitAsync(partitionKey, some, cancel);
    }

    /// <summary>
    /// Commits changes of which each is worth storing alone: together, or one by one when there is a conflict.
    /// </summary>
    /// <param name="changes">No more than one batch may hold.</param>
    /// <returns>Those that are stored, in order.</returns>
    public static async ValueTask<IReadOnlyList<RowChange>> CommitEachAsync(
        this ITable table, string partitionKey, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        if (changes.Count == 0) return [];
        if (await table.CommitAsync(partitionKey, changes, cancel) is CommitResult.Committed) return changes;
        var stored = new List<RowChange>();
        if (changes.Count == 1) return stored;
        foreach (var change in changes)
            if (await table.CommitAsync(partitionKey, [change], cancel) is CommitResult.Committed) stored.Add(change);
        return stored;
    }
}
