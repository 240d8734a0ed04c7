using System.Collections.Concurrent;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Remembers the rows that every turn of a group reads, so that what was not written since is parsed once and not once
/// a turn. They are read from the store all the same.
/// </summary>
internal sealed class HotRows(int capacity = 2_000)
{
    private readonly ConcurrentDictionary<string, RowSet> _last = new();

    /// <summary>The rows as a set: the one of before where they are the same.</summary>
    public RowSet Of(string partition, IReadOnlyList<Row> rows)
    {
        if (_last.TryGetValue(partition, out var known) && known.Holds(rows)) return known;
        if (_last.Count >= capacity) _last.Clear();
        return _last[partition] = new RowSet(rows);
    }
}
