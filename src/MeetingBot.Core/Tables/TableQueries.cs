using System.Runtime.CompilerServices;

namespace MeetingBot.Tables;

/// <summary>Longer readings over <see cref="ITable"/>.</summary>
public static class TableQueries
{
    private const int PageSize = 500;

    /// <summary>Every row of a range, page by page; at most so many of them.</summary>
    public static async IAsyncEnumerable<Row> QueryAllAsync(
        this ITable table, string partitionKey, KeyRange range, [EnumeratorCancellation] CancellationToken cancel, int most = int.MaxValue)
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
}
