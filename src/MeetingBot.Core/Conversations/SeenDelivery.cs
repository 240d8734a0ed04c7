using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Marks a delivery as done and keeps its answer for when it comes again.</summary>
/// <param name="At">When it was done; swept after <see cref="Kept"/>.</param>
public sealed record SeenDelivery(Instant At, Answer? Answer = null)
{
    /// <summary>
    /// How long a delivery is remembered: platforms give up repeating within minutes, people press again within a day.
    /// </summary>
    public static readonly Duration Kept = Duration.FromDays(2);

    /// <summary>All of a group.</summary>
    public static readonly KeyRange Range = KeyRange.Under("seen");

    public static string Key(string deliveryId) => TableKey.Join("seen", deliveryId);

    public static SeenDelivery Read(Row row) => row.Read(ConversationJson.Default.SeenDelivery);

    public RowChange.Insert ToInsert(string key) => new(key, Rows.Write(this, ConversationJson.Default.SeenDelivery));
}
