using MeetingBot.Conversations.Sending;

namespace MeetingBot.Conversations;

/// <summary>
/// Sends messages of one platform. The outbox calls it in order per conversation, one message at a time.
/// </summary>
public interface IChannel
{
    /// <summary>
    /// Most that one delivery may take, all its calls together: it ends while its instance is still known to be alive,
    /// so that no other sends the same.
    /// </summary>
    static readonly NodaTime.Duration LongestDelivery = NodaTime.Duration.FromSeconds(10);

    /// <summary>The platform it speaks: <c>teams</c>, <c>slack</c> or <c>web</c>.</summary>
    string Platform { get; }

    /// <summary>
    /// Sends the message, or edits the <paramref name="existing"/> one in place, where it stands.
    /// Never throws for what the platform answers; it says so in the result, within <see cref="LongestDelivery"/>. Of
    /// a message in several parts it sends those that are left when it is asked again.
    /// </summary>
    /// <param name="outboxId">Names the message for good: a channel that can refuses the same one a second
    /// time.</param>
    ValueTask<Delivery> DeliverAsync(string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel);
}

/// <summary>What the platform said.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>It has the message, under this id when it tells one.</summary>
    public sealed record Sent(string? MessageId) : Delivery;

    /// <summary>
    /// Not now (throttled, unavailable, cut off): try again, not before the given time when there is one.
    /// </summary>
    public sealed record Later(NodaTime.Duration? After, string Reason) : Delivery;

    /// <summary>The message to edit is gone: send it as a new one.</summary>
    public sealed record Gone : Delivery;

    /// <summary>Never: the conversation is dead, or the platform refuses the message for good.</summary>
    public sealed record Refused(string Reason) : Delivery;
}
