using System.Security.Cryptography;
using System.Text;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Marks a delivery as done and keeps its answer for when it comes again.</summary>
/// <param name="At">When it was done; swept after <see cref="Kept"/>.</param>
/// <param name="Source">As <see cref="SourceOf"/> has it; null in rows of older versions.</param>
public sealed record SeenDelivery(Instant At, Answer? Answer = null, string? Source = null)
{
    /// <summary>
    /// How long a delivery is remembered: platforms give up repeating within minutes, people press again within a day.
    /// </summary>
    public static readonly Duration Kept = Duration.FromDays(2);

    /// <summary>All of a group.</summary>
    public static readonly KeyRange Range = KeyRange.Under("seen");

    public static string Key(string deliveryId) => TableKey.Join("seen", deliveryId);

    /// <summary>
    /// Where a delivery is marked whose id another one has already: its answer is for who made it.
    /// </summary>
    public static string Key(Incoming incoming) => TableKey.Join("seen", incoming.DeliveryId, SourceOf(incoming));

    /// <summary>
    /// What a platform repeats with the id: the kind of what came in, and of what people type and press who did it. Who
    /// tells of people added is not always the same.
    /// </summary>
    public static string SourceOf(Incoming incoming)
    {
        var sender = incoming is IncomingMessage or CardAnswer ? incoming.Sender.Key.Value : "";
        return SourceOf(incoming.GetType().Name, sender);
    }

    /// <summary>The sources of what a person typed or pressed.</summary>
    internal static string[] SourcesOf(PersonKey person) =>
        [SourceOf(nameof(IncomingMessage), person.Value), SourceOf(nameof(CardAnswer), person.Value)];

    private static string SourceOf(string kind, string sender)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{kind}|{sender}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    /// <summary>Whether what came in now may be this delivery again.</summary>
    public bool IsOf(Incoming incoming) => Source is null || Source == SourceOf(incoming);

    public static SeenDelivery Read(Row row) => row.Read(ConversationJson.Default.SeenDelivery);

    internal RowChange ToReplace(Row row) =>
        new RowChange.Replace(row.RowKey, Rows.Write(this, ConversationJson.Default.SeenDelivery), row.ETag);

    public RowChange.Insert ToInsert(string key) => new(key, Rows.Write(this, ConversationJson.Default.SeenDelivery));
}
