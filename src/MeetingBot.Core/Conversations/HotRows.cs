using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Remembers the rows that every turn of a group reads, so that what was not written since is parsed once and not once
/// a turn. They are read from the store all the same.
/// </summary>
internal sealed class HotRows(int capacity = 2_000)
{
    private readonly RecentMap<string, RowSet> _last = new(capacity);

    /// <summary>The rows as a set: the one of before where they are the same.</summary>
    public RowSet Of(string partition, IReadOnlyList<Row> rows)
    {
        if (_last.TryGet(partition, out var known) && known.Holds(rows)) return known;
        var read = new RowSet(rows);
        _last.Set(partition, read);
        return read;
    }
}
