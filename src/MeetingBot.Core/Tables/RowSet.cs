using System.Text.Json.Serialization.Metadata;

namespace MeetingBot.Tables;

/// <summary>The rows that a turn has read, by key.</summary>
public sealed class RowSet
{
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private volatile Parsed? _parsed;

    public static RowSet Empty { get; } = new();

    public RowSet(params IEnumerable<Row> rows)
    {
        foreach (var row in rows) _rows[row.RowKey] = row;
    }

    public Row? this[string key] => _rows.GetValueOrDefault(key);

    /// <summary>The value of a row, parsed once for all who share the set; null where there is no row.</summary>
    public T? Read<T>(string key, JsonTypeInfo<T> type) where T : class
    {
        for (var known = _parsed; known is not null; known = known.Next)
            if (known.Key == key && known.Value is T value) return value;

        if (this[key] is not { } row) return null;
        var read = row.Read(type);
        // Who is faster at the same moment only makes the other parse once more.
        _parsed = new Parsed(key, read, _parsed);
        return read;
    }

    /// <summary>The rows of the range, in key order.</summary>
    public IEnumerable<Row> In(KeyRange range) => _rows.Values.Where(row => range.Contains(row.RowKey));

    public void Add(Row row)
    {
        _rows[row.RowKey] = row;
        _parsed = null;
    }

    /// <summary>The set but for the row of that key.</summary>
    public RowSet Without(string key) => new(_rows.Values.Where(row => row.RowKey != key));

    /// <summary>Whether these are exactly the rows of the set, none of them written since.</summary>
    public bool Holds(IReadOnlyList<Row> rows)
    {
        if (rows.Count != _rows.Count) return false;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!_rows.TryGetValue(rows[i].RowKey, out var row) || row.ETag != rows[i].ETag
                || !row.Data.Span.SequenceEqual(rows[i].Data.Span)) return false;
        }
        return true;
    }

    private sealed record Parsed(string Key, object Value, Parsed? Next);
}
