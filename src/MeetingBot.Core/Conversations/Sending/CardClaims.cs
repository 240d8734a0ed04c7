using System.Collections.Concurrent;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// Lets one instance at a time post a live card anew, so that a group has one: who posts claims the card before, and
/// the claim goes with the commit that remembers the message. Of an instance that died in between it ends by itself.
/// </summary>
internal sealed class CardClaims(ITable table, OutboxServices services)
{
    /// <summary>Much longer than a delivery, for clocks that differ.</summary>
    private static readonly Duration Length = Duration.FromSeconds(30);

    // Those that may be ours: a message that never claimed its card looks for no claim when it is done.
    private readonly ConcurrentDictionary<(string Partition, string Key), bool> _taken = new();

    /// <summary>False while another instance posts the card.</summary>
    public async ValueTask<bool> TakeAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        var now = services.Clock.GetCurrentInstant();
        var key = Key(message);
        var row = await table.GetAsync(partition, key, cancel);
        if (row?.TryRead(ConversationJson.Default.CardClaim) is { } other
            && other.By != services.Instance
            && other.Until > now)
            return false;
        var claim = new CardClaim(services.Instance, now + Length);
        var change = Rows.Put(key, claim, ConversationJson.Default.CardClaim, row);
        // Before the commit: it may be stored though its answer is lost.
        _taken[(partition, key)] = true;
        if (await table.CommitAsync(partition, [change], cancel) is not CommitResult.Conflict) return true;
        Released(partition, message);
        return false;
    }

    /// <summary>
    /// The change that ends this instance's claim, null without one. One that had ended may be another's by now.
    /// </summary>
    public async ValueTask<RowChange?> ReleaseOfAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        if (message.Slot is null || !_taken.ContainsKey((partition, Key(message)))) return null;
        return await table.GetAsync(partition, Key(message), cancel) is { } row
            && row.TryRead(ConversationJson.Default.CardClaim)?.By == services.Instance
            ? new RowChange.Delete(row.RowKey, row.ETag)
            : null;
    }

    /// <summary>That change is stored, or was not needed.</summary>
    public void Released(string partition, Outgoing message)
    {
        if (message.Slot is not null) _taken.TryRemove((partition, Key(message)), out _);
    }

    /// <summary>This instance does not post the card, or no longer.</summary>
    public async ValueTask ReleaseAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        // A conflict: another has taken it this moment, since it had ended.
        if (await ReleaseOfAsync(partition, message, cancel) is { } release)
            await table.CommitAsync(partition, [release], cancel);
        Released(partition, message);
    }

    private static string Key(Outgoing message) =>
        TableKey.Join("claim", message.Slot!, message.Recipient?.Key.Value ?? message.To.Side);
}

/// <summary>An instance posts a live card just now; no other may until then.</summary>
internal sealed record CardClaim(string By, Instant Until);
