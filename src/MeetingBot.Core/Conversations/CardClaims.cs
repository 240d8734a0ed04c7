using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Lets one instance at a time post a live card anew, so that a group has one: who posts claims the card before, and
/// the claim goes with the commit that remembers the message. Of an instance that died in between it ends by itself.
/// </summary>
internal sealed class CardClaims(ITable table, OutboxServices services)
{
    /// <summary>Much longer than a delivery, for clocks that differ.</summary>
    private static readonly Duration Length = Duration.FromSeconds(30);

    /// <summary>False while another instance posts the card.</summary>
    public async ValueTask<bool> TakeAsync(string partition, Outgoing message, CancellationToken cancel)
    {
        var now = services.Clock.GetCurrentInstant();
        var row = await table.GetAsync(partition, Key(message), cancel);
        if (row?.TryRead(ConversationJson.Default.CardClaim) is { } other
            && other.By != services.Instance
            && other.Until > now)
            return false;
        var claim = new CardClaim(services.Instance, now + Length);
        var change = Rows.Put(Key(message), claim, ConversationJson.Default.CardClaim, row);
        return await table.CommitAsync(partition, [change], cancel) is not CommitResult.Conflict;
    }

    /// <summary>The card was not posted, and is not going to be.</summary>
    public async ValueTask ReleaseAsync(string partition, Outgoing message, CancellationToken cancel) =>
        await table.CommitAsync(partition, [Release(message)], cancel);

    /// <summary>The change that ends the claim.</summary>
    public static RowChange Release(Outgoing message) => new RowChange.Delete(Key(message));

    private static string Key(Outgoing message) =>
        TableKey.Join("claim", message.Slot!, message.Recipient?.Key.Value ?? message.To.Id);
}

/// <summary>An instance posts a live card just now; no other may until then.</summary>
internal sealed record CardClaim(string By, Instant Until);
