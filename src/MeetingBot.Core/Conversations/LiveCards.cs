using System.Collections.Concurrent;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>Which message of the platform is the live card of a slot.</summary>
internal sealed class LiveCards(ITable table)
{
    private readonly ConcurrentDictionary<(string Partition, string Key), string> _known = new();

    /// <summary>The message to edit, or null when there is none yet.</summary>
    public async ValueTask<string?> FindAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        if (message.Slot is null) return null;
        var key = Key(message);
        if (_known.TryGetValue((partition, key), out var id)) return id;
        return (await table.GetAsync(partition, key, cancel))?.Read(ConversationJson.Default.String);
    }

    /// <summary>The change that remembers the message, to be committed with the end of its delivery.</summary>
    public RowChange? Remember(string partition, Outgoing message, string? id)
    {
        if (message.Slot is null || id is null) return null;
        var key = Key(message);
        if (_known.TryGetValue((partition, key), out var known) && known == id) return null;
        if (_known.Count > 20_000) _known.Clear();
        _known[(partition, key)] = id;
        return new RowChange.Upsert(key, Rows.Write(id, ConversationJson.Default.String));
    }

    /// <summary>The message is gone: the next one is a new one.</summary>
    public void Forget(string partition, Outgoing message) => _known.TryRemove((partition, Key(message)), out _);

    private static string Key(Outgoing message) =>
        TableKey.Join("card", message.Slot!, message.Recipient?.Key.Value ?? message.To.Id);
}
