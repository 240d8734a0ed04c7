using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// Keeps the pace of a live card that several instances draw: who draws it says when, and the others wait from then.
/// </summary>
internal sealed class CardPace(ITable table, IClock clock)
{
    /// <summary>Null where the card may be drawn now; else when it was drawn last.</summary>
    public async ValueTask<Instant?> TakeAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var key = TableKey.Join("pace", message.Slot!, message.To.Side);
        var row = await table.GetAsync(partition, key, cancel);
        // A clock ahead of ours must not hold the card up for longer than the pace.
        if (row?.TryRead(ConversationJson.Default.PacedCard) is { } last && last.At + OutboxLanes.Pace > now)
            return Instant.Min(last.At, now);
        var change = Rows.Put(key, new PacedCard(now), ConversationJson.Default.PacedCard, row);
        return await table.CommitAsync(partition, [change], cancel) is CommitResult.Conflict ? now : null;
    }
}

/// <summary>A live card was drawn then.</summary>
internal sealed record PacedCard(Instant At);
