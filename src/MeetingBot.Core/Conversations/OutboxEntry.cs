using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>A promised message, from the commit of its turn until the platform has it.</summary>
/// <param name="Owner">The instance that delivers it.</param>
public sealed record OutboxEntry(Outgoing Message, string Owner, Instant At)
{
    /// <summary>All of a group, in the order in which they were promised.</summary>
    public static readonly KeyRange Range = KeyRange.Under("out");

    public static string Key(string turnId, int index) => TableKey.Join("out", turnId, Rows.Segment(index));

    public static OutboxEntry Read(Row row) => row.Read(ConversationJson.Default.OutboxEntry);

    public ReadOnlyMemory<byte> ToData() => Rows.Write(this, ConversationJson.Default.OutboxEntry);
}

/// <summary>Tells that an instance may have promised messages to a group: found by who takes over when it dies.</summary>
internal sealed record OutboxHint(string PartitionKey);

/// <summary>An instance is alive until then.</summary>
internal sealed record InstanceLease(Instant Until);
