using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// The conversations that are one group together, on one platform or on several, and who of their people are the same.
/// </summary>
/// <param name="All">The group's own conversation first, without threads. One alone when the others have left.</param>
/// <param name="Relays">What is said in one of them during a meeting is told in the others.</param>
public sealed record GroupSides(ImmutableArray<ConversationReference> All, bool Relays = false)
{
    /// <summary>Most conversations of a group: each message goes to all of them in one commit.</summary>
    public const int Most = 4;

    /// <summary>Most people who are known by several accounts; they lie in the group's own row.</summary>
    public const int MostAliases = 100;

    private readonly ImmutableArray<OtherAccount> _aliases;

    /// <summary>Accounts of people who have another one here.</summary>
    public ImmutableArray<OtherAccount> Aliases
    {
        get => _aliases.IsDefault ? [] : _aliases;
        init => _aliases = value;
    }

    private readonly ImmutableArray<AccountOffer> _offers;

    /// <summary>Who wants to be known by one account; newest last.</summary>
    public ImmutableArray<AccountOffer> Offers
    {
        get => _offers.IsDefault ? [] : _offers;
        init => _offers = value;
    }

    /// <summary>The side that the conversation is, or null when it is none of them.</summary>
    public ConversationReference? Find(ConversationReference conversation) =>
        All.FirstOrDefault(side => side.Own == conversation.Own);

    /// <summary>The side on which the person can be reached; null for none.</summary>
    public ConversationReference? Of(Person person) =>
        All.FirstOrDefault(side => side.Platform == person.Platform && side.Tenant == person.Tenant);

    /// <summary>Who the person is in this group, whichever of their accounts they use.</summary>
    public Person Main(Person person) =>
        Aliases.FirstOrDefault(alias => alias.Account == person.Key)?.Person ?? person;

    /// <summary>All accounts of a member of the turn's group, and its conversations.</summary>
    internal static (IEnumerable<PersonKey> Accounts, IEnumerable<GroupId> Conversations) OfMember(
        PersonKey member, Turn turn) => turn.Group.Sides is { } sides
            ? ([member, .. sides.Aliases.Where(alias => alias.Person.Key == member).Select(alias => alias.Account)],
                sides.All.Select(side => side.Own))
            : ([member], [turn.Conversation.Own]);

    /// <summary>Without what is known of somebody's accounts.</summary>
    public GroupSides Without(PersonKey person) => this with
    {
        Aliases = [.. Aliases.Where(alias => alias.Account != person && alias.Person.Key != person)],
        Offers = [.. Offers.Where(offer => offer.Person.Key != person)],
    };

    public bool Equals(GroupSides? other) =>
        other is not null && Relays == other.Relays && All.SequenceEqual(other.All)
        && Aliases.SequenceEqual(other.Aliases) && Offers.SequenceEqual(other.Offers);

    public override int GetHashCode() => HashCode.Combine(All.Length, Relays, Aliases.Length);
}

/// <summary>An account of somebody who is known here by another one.</summary>
/// <param name="Account">The account that they use too.</param>
/// <param name="Person">Who they are here.</param>
public sealed record OtherAccount(PersonKey Account, Person Person)
{
    /// <summary>Whose the account is for its platform, without a name; null in rows of older versions.</summary>
    public Person? Owner { get; init; }
}

/// <summary>Somebody wants to be known by one account: who types the code with another is the same person.</summary>
/// <param name="Code">Its digest (<see cref="OpaqueId.Digest"/>): who reads the row is not the person by that.</param>
public sealed record AccountOffer(string Code, Person Person, Instant Until)
{
    /// <summary>Most that are kept of a group.</summary>
    public const int Most = 10;
}
