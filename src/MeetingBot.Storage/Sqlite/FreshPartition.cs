using MeetingBot.Tables;

namespace MeetingBot.Storage.Sqlite;

/// <summary>One partition's fresh rows in key order. The writer changes it, readers take copies.</summary>
/// <param name="firstLog">The log entry of its oldest row: the log must be kept from there on.</param>
internal sealed class FreshPartition(string key, long firstLog)
{
    private readonly SortedSet<FreshRow> rows = new(FreshRow.ByKey);

    public string Key => key;

    public long FirstLog => firstLog;

    public bool IsEmpty => rows.Count == 0;

    public FreshRow? Find(string rowKey)
    {
        var probe = FreshRow.Probe(rowKey);
        lock (rows) return rows.TryGetValue(probe, out var row) ? row : null;
    }

    /// <summary>A copy of the rows of a range.</summary>
    public List<FreshRow> Copy(KeyRange range)
    {
        if (string.CompareOrdinal(range.From, range.To) >= 0) return [];
        var (from, to) = (FreshRow.Probe(range.From), FreshRow.Probe(range.To));
        lock (rows) return [.. rows.GetViewBetween(from, to).TakeWhile(row => range.Contains(row.RowKey))];
    }

    /// <summary>Takes over a group's rows at once, so that readers see a batch whole or not at all.</summary>
    /// <returns>By how many rows and bytes the partition grew.</returns>
    public (int Rows, long Bytes) Publish(IEnumerable<FreshRow> group)
    {
        var (count, bytes) = (0, 0L);
        lock (rows)
        {
            foreach (var row in group)
            {
                if (rows.TryGetValue(row, out var old) && rows.Remove(old))
                    (count, bytes) = (count - 1, bytes - old.Data.Length);
                if (row is { IsDeleted: true, MayBeInTable: false }) continue;
                rows.Add(row);
                (count, bytes) = (count + 1, bytes + row.Data.Length);
            }
        }
        return (count, bytes);
    }

    /// <summary>Adds its rows, but for those being written again, up to a number; true if that is all.</summary>
    public bool Take(List<SettledRow> into, Dictionary<string, FreshRow>? beingWritten, int most)
    {
        var all = true;
        foreach (var row in rows)
        {
            if (into.Count == most) return false;
            if (beingWritten?.ContainsKey(row.RowKey) == true) all = false;
            else into.Add(new SettledRow(this, row));
        }
        return all;
    }

    public void Remove(FreshRow row)
    {
        lock (rows) rows.Remove(row);
    }
}
