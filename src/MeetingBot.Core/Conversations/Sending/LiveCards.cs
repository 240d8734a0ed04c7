using System.Collections.Concurrent;
using MeetingBot.Tables;

namespace MeetingBot.Conversations.Sending;

/// <summary>Which message of the platform is the live card of a slot.</summary>
/// <param name="alone">No other process posts cards of these groups: what was read once need not be read again.</param>
internal sealed class LiveCards(ITable table, bool alone)
{
    private const int MostKnown = 20_000;
    private readonly ConcurrentDictionary<(string Partition, string Key), LiveCard> _known = new();

    /// <summary>The message to edit, or null when there is none yet.</summary>
    public async ValueTask<LiveCard?> FindAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        if (message.Slot is null) return null;
        var key = Key(message);
        if (alone && _known.TryGetValue((partition, key), out var card)) return card;
        var found = await table.GetAsync(partition, key, cancel) is { } row ? LiveCard.Read(row) : null;
        if (found is null) _known.TryRemove((partition, key), out _);
        else Know(partition, key, found);
        return found;
    }

    /// <summary>
    /// The change that remembers the message, to be committed with the end of its delivery; null where it was edited.
    /// </summary>
    public RowChange? Remember(string partition, Outgoing message, string? id)
    {
        if (message.Slot is null || id is null) return null;
        var key = Key(message);
        if (_known.TryGetValue((partition, key), out var known) && known.Message == id) return null;
        return new RowChange.Upsert(key, Rows.Write(Of(message, id), ConversationJson.Default.LiveCard));
    }

    /// <summary>That change is stored.</summary>
    public void Remembered(string partition, Outgoing message, string id)
    {
        var key = Key(message);
        if (_known.TryGetValue((partition, key), out var known) && known.Message == id) return;
        Know(partition, key, Of(message, id));
    }

    /// <summary>The message is gone: the next one is a new one.</summary>
    public void Forget(string partition, Outgoing message) => _known.TryRemove((partition, Key(message)), out _);

    /// <summary>The group is forgotten.</summary>
    public void Forget(string partition)
    {
        foreach (var known in _known.Keys) if (known.Partition == partition) _known.TryRemove(known, out _);
    }

    /// <summary>A new message: it went where its turn was.</summary>
    public static LiveCard Of(Outgoing message, string id) =>
        new(id, message.Recipient is null ? message.To.Target : null);

    private void Know(string partition, string key, LiveCard card)
    {
        if (_known.Count > MostKnown) _known.Clear();
        _known[(partition, key)] = card;
    }

    private static string Key(Outgoing message) =>
        TableKey.Join("card", message.Slot!, message.Recipient?.Key.Value ?? message.To.Side);
}
