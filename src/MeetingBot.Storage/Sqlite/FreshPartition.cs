using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>One partition's fresh rows. The writer changes it, readers take copies.</summary>
/// <param name="firstLog">The log entry of its oldest row: the log must be kept from there on.</param>
internal sealed class FreshPartition(string key, long firstLog)
{
    private readonly Dictionary<string, FreshRow> rows = new(StringComparer.Ordinal);

    public string Key => key;

    public long FirstLog { get; private set; } = firstLog;

    public bool IsEmpty => rows.Count == 0;

    public FreshRow? Find(string rowKey)
    {
        lock (rows) return rows.GetValueOrDefault(rowKey);
    }

    /// <summary>A copy of the rows of a range, in key order.</summary>
    public List<FreshRow> Copy(KeyRange range)
    {
        List<FreshRow> copy = [];
        lock (rows)
        {
            foreach (var row in rows.Values)
                if (range.Contains(row.RowKey)) copy.Add(row);
        }
        copy.Sort(static (one, other) => string.CompareOrdinal(one.RowKey, other.RowKey));
        return copy;
    }

    /// <summary>Takes over a group's rows at once, so that readers see a batch whole or not at all.</summary>
    /// <returns>By how many rows and bytes the partition grew.</returns>
    public (int Rows, long Bytes) Publish(Dictionary<string, FreshRow> group)
    {
        var (before, bytes) = (rows.Count, 0L);
        lock (rows)
        {
            foreach (var (rowKey, row) in group)
            {
                if (rows.Remove(rowKey, out var old)) bytes -= old.Data.Length;
                if (row is { IsDeleted: true, MayBeInTable: false }) continue;
                rows.Add(rowKey, row);
                bytes += row.Data.Length;
            }
        }
        return (rows.Count - before, bytes);
    }

    /// <summary>Adds its rows, but for those being written again, up to a number; true if that is all.</summary>
    /// <remarks>In key order as far as they go, so that neighbours come to the same page together.</remarks>
    public bool Take(List<SettledRow> into, Dictionary<string, FreshRow>? beingWritten, int most)
    {
        var (all, first) = (true, into.Count);
        foreach (var row in rows.Values)
        {
            if (beingWritten?.ContainsKey(row.RowKey) == true) continue;
            all = into.Count < most;
            if (!all) break;
            into.Add(new SettledRow(this, row));
        }
        into.Sort(first, into.Count - first, SettledRow.ByKey);
        return all;
    }

    /// <summary>All that is left of its rows is in the log from this entry on.</summary>
    public void StartFrom(long log) => FirstLog = log;

    public void Remove(FreshRow row)
    {
        lock (rows) rows.Remove(row.RowKey);
    }
}
