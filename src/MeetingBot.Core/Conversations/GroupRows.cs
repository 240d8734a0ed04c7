using System.Text.Json.Serialization;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Conversations;

/// <summary>Where a group's own rows are. What every turn needs lies under <c>now</c> and is one read.</summary>
public static class GroupRows
{
    /// <summary>The rows that every turn reads.</summary>
    public static readonly KeyRange Now = KeyRange.Under("now");

    public static readonly string GroupKey = TableKey.Join("now", "group");

    /// <summary>Of a conversation that was joined to another group: which that is.</summary>
    public static readonly string JoinedKey = TableKey.Join("now", "joined");

    /// <summary>Who is being forgotten (<see cref="Departures"/>).</summary>
    public static readonly string DeparturesKey = TableKey.Join("now", "departures");

    /// <summary>Whose accounts are being joined, while what they have done with both is put together.</summary>
    public static readonly string MergesKey = TableKey.Join("now", "merges");

    public static readonly KeyRange Members = KeyRange.Under("member");

    public static string MemberKey(Person person) => MemberKey(person.Key);

    public static string MemberKey(PersonKey person) => TableKey.Join("member", person.Value);

    /// <summary>
    /// Whether to remember them: not the bot, which stands in where an event names nobody; nor somebody whose name was
    /// not told, who may be known by it already; nor a guest, who is no member.
    /// </summary>
    public static bool IsMember(Person person, ConversationReference conversation) =>
        person.Name.Length > 0 && !person.IsGuest && !person.IsFormer && person.Id != conversation.Bot;

    public static RowChange.Upsert Member(Person person) =>
        new(MemberKey(person), Rows.Write(person, ConversationJson.Default.Person));

    public static Person ReadMember(Row row) => row.Read(ConversationJson.Default.Person);

    /// <summary>The group's settings, or null when it has none of its own yet.</summary>
    public static Group? ReadGroup(RowSet now) => now.Read(GroupKey, ConversationJson.Default.Group);

    public static Departures Departures(this Turn turn) =>
        turn.Hot.Read(DeparturesKey, ConversationJson.Default.Departures) ?? Conversations.Departures.None;

    /// <summary>Changes it under the ETag that was read; of nobody no row is left.</summary>
    public static RowChange Put(Departures departures, Turn turn) =>
        departures.People.IsEmpty && turn.Hot[DeparturesKey] is { } row
            ? new RowChange.Delete(DeparturesKey, row.ETag)
            : Rows.Put(DeparturesKey, departures, ConversationJson.Default.Departures, turn.Hot[DeparturesKey]);

    public static RowChange Put(Group group, Row? read) =>
        Rows.Put(GroupKey, group, ConversationJson.Default.Group, read);
}

/// <summary>JSON of what Conversations keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson)])]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(GroupId))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Departures))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(OutboxEntry))]
[JsonSerializable(typeof(SeenDelivery))]
[JsonSerializable(typeof(SeenHint))]
[JsonSerializable(typeof(TimerEntry))]
[JsonSerializable(typeof(TimerHint))]
[JsonSerializable(typeof(PageLink))]
[JsonSerializable(typeof(InstanceLease))]
[JsonSerializable(typeof(OutboxHint))]
[JsonSerializable(typeof(LiveCard))]
[JsonSerializable(typeof(OwnHome))]
[JsonSerializable(typeof(CardClaim))]
[JsonSerializable(typeof(PacedCard))]
[JsonSerializable(typeof(string))]
internal sealed partial class ConversationJson : JsonSerializerContext;
