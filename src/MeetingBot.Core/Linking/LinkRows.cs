using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Linking;

/// <summary>A group has offered to be joined: who names the code may ask.</summary>
/// <param name="Code">Its digest (<see cref="OpaqueId.Digest"/>).</param>
/// <param name="At">The group's own conversation, without a thread.</param>
internal sealed record LinkOffer(string Code, ConversationReference At, Instant Until);

/// <summary>Another conversation has asked to be joined; a chair of this group says yes or no.</summary>
/// <param name="From">The conversation that asks.</param>
/// <param name="Name">Its name, as it is told here.</param>
/// <param name="By">The chair there who asked.</param>
/// <param name="Chairs">All who chair there; they will here too.</param>
/// <param name="Tenant">What its tenant is called; null where it is not told.</param>
/// <param name="Epoch">The conversation's own <see cref="Group.Epoch"/> when it asked.</param>
internal sealed record LinkRequest(
    ConversationReference From, string Name, Person By, ImmutableArray<Person> Chairs, Instant Until,
    string? Tenant = null, int Epoch = 0)
{
    /// <summary>
    /// Who of them chairs the group of that conversation too: nobody by a name in a web room, which proves nothing,
    /// where the group is of a platform that vouches for its people.
    /// </summary>
    public IEnumerable<Person> ChairsOf(ConversationReference home) =>
        Chairs.Where(chair => chair.Platform != Person.Unvouched || home.Platform == Person.Unvouched);

    /// <summary>Names the request on its card.</summary>
    public string Id => IdOf(From.Own);

    /// <summary>What names the request of that conversation.</summary>
    public static string IdOf(GroupId from) => OpaqueId.Of(from.PartitionKey);
}

/// <summary>Whom this conversation has asked, in its own rows: when they are deleted the request is too.</summary>
/// <param name="At">The other group's own conversation.</param>
internal sealed record LinkAsking(ConversationReference At, Instant Until);

/// <summary>Where what is asked and offered is kept.</summary>
internal static class LinkRows
{
    public static readonly string Offer = TableKey.Join("link", "offer");
    public static readonly KeyRange Requests = KeyRange.Under("link", "asked");

    public static readonly KeyRange Asking = KeyRange.Under("link", "asking");

    public static string AskingOf(GroupId other) => TableKey.Join("link", "asking", OpaqueId.Of(other.PartitionKey));

    public static string Request(string id) => TableKey.Join("link", "asked", id);
}

/// <summary>JSON of what Linking keeps, and of what one group tells another.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(Times.InstantJson)])]
[JsonSerializable(typeof(LinkOffer))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(LinkAsking))]
internal sealed partial class LinkJson : JsonSerializerContext;
