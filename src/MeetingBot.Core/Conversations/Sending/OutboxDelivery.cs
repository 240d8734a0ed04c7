using System.Collections.Frozen;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>Sends one message by the channel of its platform, and says what came of it.</summary>
internal sealed class OutboxDelivery(
    IEnumerable<IChannel> channels, OutboxStore store, InstanceLeases leases, OutboxServices services,
    DrawLiveCard draw)
{
    /// <summary>A platform that does not take a message for so long will not be told any more.</summary>
    public static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>A message at which the channel itself has failed so often before will not go out.</summary>
    private const int MostFailures = 5;

    private readonly FrozenDictionary<string, IChannel> _channels =
        channels.ToFrozenDictionary(channel => channel.Platform);

    /// <param name="failures">How often the channel has failed at it before; being put off is no failure.</param>
    public async ValueTask<DeliveryOutcome> RunAsync(OutboxItem item, int failures, CancellationToken cancel)
    {
        if (!leases.Valid) return new DeliveryOutcome(Done: false);
        if (item.LeaseNumber != leases.Number && !await store.StillOwnsAsync(item, services.Instance, cancel))
            return new DeliveryOutcome(Done: true, Owned: false);
        var platform = item.Entry.Message.Errand?.Door ?? item.Entry.Message.To.Platform;
        if (!_channels.TryGetValue(platform, out var channel))
            return GiveUp(item, $"there is no channel for '{platform}'");
        try
        {
            return await SendAsync(item, channel, cancel);
        }
        catch (Exception error) when (error is not (OperationCanceledException or TableUnavailableException))
        {
            services.Log.BackgroundFailed(error);
            return failures < MostFailures
                ? new DeliveryOutcome(Done: false, Failed: true)
                : GiveUp(item, error.GetType().Name);
        }
    }

    private async ValueTask<DeliveryOutcome> SendAsync(OutboxItem item, IChannel channel, CancellationToken cancel)
    {
        if (!services.Exclusive && item.Entry.Message is { Paced: true, Fresh: false, Slot: not null } paced
            && await store.Pace.TakeAsync(item.PartitionKey, paced, cancel) is { } drawn)
            return new DeliveryOutcome(Done: false, DrawnAt: drawn);
        var message = await DrawnAsync(item.Entry.Message, cancel);
        var (delivery, existing) = await SendAsync(item, message, null, channel, cancel);
        if (delivery is Delivery.Gone)
            (delivery, existing) = await SendAsync(item, message, existing, channel, cancel);
        return delivery switch
        {
            Delivery.Sent sent => Sent(sent.MessageId, IsDrawnByOthers(message) ? message : null),
            Delivery.Later later => PutOff(item, later),
            Delivery.Refused refused => GiveUp(item, refused.Reason),
            _ => GiveUp(item, "the message to edit is gone"),
        };
    }

    /// <summary>
    /// Edits the card or posts the message. A card is posted by who has claimed it, if another could do it too.
    /// </summary>
    /// <param name="gone">The card that was to be edited and is no more.</param>
    private async ValueTask<(Delivery Delivery, LiveCard? Existing)> SendAsync(
        OutboxItem item, Outgoing message, LiveCard? gone, IChannel channel, CancellationToken cancel)
    {
        if (gone is not null) store.LiveCards.Forget(item.PartitionKey, message);
        var existing = await FindAsync(item, message, gone, cancel);
        var claim = NeedsClaim(message) && (existing is null || message.Fresh);
        if (claim)
        {
            if (!await store.Claims.TakeAsync(item.PartitionKey, message, cancel))
                return (new Delivery.Later(null, "another instance posts the card"), null);
            // It may have done so between our look and our claim: then there is nothing to post.
            existing = await FindAsync(item, message, gone, cancel);
            if (existing is not null && !message.Fresh)
                await store.Claims.ReleaseAsync(item.PartitionKey, message, cancel);
        }
        // Reading may have taken long; each delivery begins while the lease lasts for it.
        if (!leases.Valid) return (new Delivery.Later(null, "the lease is to be renewed first"), existing);
        var delivery = await channel.DeliverAsync(item.RowKey, message, existing, cancel);
        return (delivery, existing);
    }

    private async ValueTask<LiveCard?> FindAsync(
        OutboxItem item, Outgoing message, LiveCard? gone, CancellationToken cancel) =>
        await store.LiveCards.FindAsync(item.PartitionKey, message, cancel) is { } card && card != gone ? card : null;

    private bool NeedsClaim(Outgoing message) => message.Slot is not null && !services.Exclusive;

    private bool IsDrawnByOthers(Outgoing message) => NeedsClaim(message) && message.Recipient is null;

    // Only while it is sent is it known which changes a live card must show.
    private async ValueTask<Outgoing> DrawnAsync(Outgoing message, CancellationToken cancel) =>
        message is { Slot: { } slot, Recipient: null } && await draw(message.To, slot, cancel) is { } card
            ? message with { Card = card }
            : message;

    private static DeliveryOutcome Sent(string? messageId, Outgoing? shown)
    {
        Telemetry.Delivered.Add(1);
        return new DeliveryOutcome(Done: true, MessageId: messageId, Shown: shown);
    }

    /// <summary>
    /// The edit that a live card needs which is not any more as it was sent: another instance may have sent a newer
    /// state between our looking and our sending, or to the card in whose place ours is now. Null for none.
    /// </summary>
    public async ValueTask<OutboxItem?> EditOfAsync(SentCard sent, CancellationToken cancel)
    {
        // Remembered before we look: what others send from then on, they send to this card.
        var edit = await store.RememberAsync(sent.Item, sent.MessageId, CancellationToken.None);
        return edit is not null && await IsOutdatedAsync(sent.Shown, cancel) ? edit : null;
    }

    private async ValueTask<bool> IsOutdatedAsync(Outgoing shown, CancellationToken cancel)
    {
        try
        {
            return !Same(await DrawnAsync(shown, cancel), shown);
        }
        catch (Exception error) when (error is not (OperationCanceledException or TableUnavailableException))
        {
            services.Log.BackgroundFailed(error);
            return false;
        }
    }

    private DeliveryOutcome PutOff(OutboxItem item, Delivery.Later later)
    {
        if (services.Clock.GetCurrentInstant() - item.Entry.At > Longest) return GiveUp(item, later.Reason);
        services.Log.PutOff(OpaqueId.Of(item.PartitionKey), later.Reason);
        Telemetry.DeliveryErrors.Add(1, new KeyValuePair<string, object?>("outcome", "later"));
        return new DeliveryOutcome(Done: false, After: later.After);
    }

    private DeliveryOutcome GiveUp(OutboxItem item, string reason)
    {
        services.Log.GivenUp(OpaqueId.Of(item.PartitionKey), reason);
        Telemetry.DeliveryErrors.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
        return new DeliveryOutcome(Done: true);
    }

    private static bool Same(Outgoing one, Outgoing other) =>
        new OutboxEntry(one, "", default).ToData().Span
            .SequenceEqual(new OutboxEntry(other, "", default).ToData().Span);
}

/// <summary>What one try came to.</summary>
/// <param name="Done">The message needs no further try.</param>
/// <param name="Owned">Its row is this instance's to take away.</param>
/// <param name="MessageId">The platform's, where it was sent.</param>
/// <param name="After">How long the platform wants to be left alone.</param>
/// <param name="Failed">The channel itself failed, which the platform does not answer for.</param>
/// <param name="Shown">The live card as it was sent, where other instances may send it too.</param>
/// <param name="DrawnAt">When a paced live card was drawn last, too short ago: it comes again.</param>
internal readonly record struct DeliveryOutcome(
    bool Done, bool Owned = true, string? MessageId = null, Duration? After = null, bool Failed = false,
    Outgoing? Shown = null, Instant? DrawnAt = null);

/// <summary>A live card that the platform has and that is not settled yet.</summary>
/// <param name="Shown">The message as it was sent.</param>
internal sealed record SentCard(OutboxItem Item, string? MessageId, Outgoing Shown);
