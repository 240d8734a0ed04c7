using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>A promised message, from the commit of its turn until the platform has it.</summary>
/// <param name="Owner">The instance that delivers it.</param>
public sealed record OutboxEntry(Outgoing Message, string Owner, Instant At)
{
    /// <summary>All of a group, in the order in which they were promised.</summary>
    public static readonly KeyRange Range = KeyRange.Under("out");

    /// <summary>Those that were promised since then.</summary>
    public static KeyRange Since(Instant at) => Range with { From = Range.From + TurnIds.Prefix(at) };

    public static string Key(string turnId, int index) => TableKey.Join("out", turnId, Rows.Segment(index));

    /// <summary>
    /// The entry, or null when it can't be read: it may be of a newer version, which then delivers it.
    /// </summary>
    public static OutboxEntry? TryRead(Row row) =>
        row.TryRead(ConversationJson.Default.OutboxEntry) is { Owner: not null, Message: { } message } entry
            && IsWhole(message)
            ? entry
            : null;

    public ReadOnlyMemory<byte> ToData() => Rows.Write(this, ConversationJson.Default.OutboxEntry);

    // The serializer lets out what a row does not say.
    private static bool IsWhole(Outgoing message) => message is
    {
        Text: not null,
        To: { Platform: not null, Tenant: not null, Id: not null },
        Errand: null or { Door: not null, Fields: not null },
        Recipient: null or { Platform: not null, Tenant: not null, Id: not null },
    };
}

/// <summary>
/// Tells that an instance may have promised messages to a group: found by who takes over when it dies.
/// </summary>
internal sealed record OutboxHint(string PartitionKey);

/// <summary>An instance is alive until then.</summary>
internal sealed record InstanceLease(Instant Until);
