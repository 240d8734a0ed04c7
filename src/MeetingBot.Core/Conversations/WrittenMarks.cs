using System.Collections.Concurrent;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Remembers which marks this process has stored, so that a fact that hardly ever changes costs one write and not one
/// a message. Forgetting too much only costs a write.
/// </summary>
internal sealed class WrittenMarks(int capacity = 50_000)
{
    private readonly ConcurrentDictionary<(string Partition, string Key, (int, int) Epoch), int> _written = new();

    public bool Contains(string partition, (int, int) epoch, RowChange.Upsert mark) =>
        _written.TryGetValue((partition, mark.RowKey, epoch), out var hash) && hash == Hash(mark.Data);

    public void Add(string partition, (int, int) epoch, RowChange.Upsert mark)
    {
        if (_written.Count >= capacity) _written.Clear();
        _written[(partition, mark.RowKey, epoch)] = Hash(mark.Data);
    }

    private static int Hash(ReadOnlyMemory<byte> data)
    {
        var hash = new HashCode();
        hash.AddBytes(data.Span);
        return hash.ToHashCode();
    }
}
