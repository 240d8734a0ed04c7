namespace MeetingBot.Tables;

/// <summary>The rows that a turn has read, by key.</summary>
public sealed class RowSet
{
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);

    public static RowSet Empty { get; } = new();

    public RowSet(params IEnumerable<Row> rows)
    {
        foreach (var row in rows) _rows[row.RowKey] = row;
    }

    public Row? this[string key] => _rows.GetValueOrDefault(key);

    /// <summary>The rows of the range, in key order.</summary>
    public IEnumerable<Row> In(KeyRange range) => _rows.Values.Where(row => range.Contains(row.RowKey));

    public void Add(Row row) => _rows[row.RowKey] = row;
}
