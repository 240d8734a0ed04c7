using System.Collections.Immutable;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// What a rule is told about the turn it decides: who, where, when, and the rows that every turn reads.
/// Time, ids and randomness are in it, so that a rule is a pure function.
/// </summary>
/// <param name="Incoming">What happened.</param>
/// <param name="Now">When the turn is decided.</param>
/// <param name="Id">Unique, sorts by time; letters, digits and <c>-</c>.</param>
/// <param name="NewToken">Gives 128 fresh random bits, base64url.</param>
/// <param name="Hot">The rows under <c>now</c>.</param>
/// <param name="Options">What the operator has set.</param>
public sealed record Turn(
    Incoming Incoming, Instant Now, string Id, Func<string> NewToken, RowSet Hot, TurnOptions Options)
{
    private Group? _group;

    public Group Group => _group ??= GroupRows.ReadGroup(Hot) ?? new Group(ZoneOfSender ?? Options.DefaultZone, []);

    public Person Actor => Incoming.Sender;

    /// <summary>
    /// The account that they used; another than <see cref="Actor"/> where one person has several here.
    /// </summary>
    public Person Account { get; init; } = Incoming.Sender;

    public ConversationReference Conversation => Incoming.Conversation;

    private string? ZoneOfSender => Incoming.Sender.Zone is { } zone ? ZoneRules.Canonical(zone) : null;

    /// <summary>The day it is for the group.</summary>
    public LocalDate Today => Now.InZone(Group.TimeZone).Date;

    /// <summary>Whether the person pressed something and is answered in place.</summary>
    public bool AnsweredInPlace => Incoming is CardAnswer { WantsAnswer: true };

    /// <summary>Whether it was pressed in the person's own chat: that they are one of the group is not proved.</summary>
    public bool IsFromAfar => Incoming is CardAnswer { FromAfar: true };

    /// <summary>What a press did, told to the conversation too: its answer only the person sees who pressed.</summary>
    public IEnumerable<Outgoing> ToTheOthers(string tell) =>
        AnsweredInPlace ? [Say($"{Actor.Name}: {tell}")] : [];

    /// <summary>
    /// The turn as it is decided in its group, where somebody may be known by another of their accounts.
    /// </summary>
    internal Turn AsKnownHere() => Group.Sides is { Aliases.IsEmpty: false } sides
        ? this with { Incoming = Known(Incoming with { Sender = sides.Main(Actor) }, sides) }
        : this;

    /// <summary>Who the person is in this group, whichever of their accounts they use.</summary>
    public Person Main(Person person) => Group.Sides?.Main(person) ?? person;

    private static Incoming Known(Incoming incoming, GroupSides sides) => incoming is IncomingMessage message
        ? message with { Mentioned = [.. message.Mentioned.Select(sides.Main)] }
        : incoming;

    /// <summary>The conversation of the group on whose platform the person is.</summary>
    public ConversationReference SideOf(Person person) => Group.Sides?.Of(person) ?? Conversation;

    /// <summary>The conversations that are the group, without threads.</summary>
    public ImmutableArray<ConversationReference> AllSides => Group.Sides?.All ?? [Conversation with { Thread = null }];

    /// <summary>A message to the conversation of this turn, answering nobody.</summary>
    public Outgoing Say(string text, TextFormat format = TextFormat.Plain) => new(Conversation, text, format);

    /// <summary>Changes the group's settings under the ETag that was read.</summary>
    public RowChange Change(Group group) => GroupRows.Put(group, Hot[GroupRows.GroupKey]);
}

/// <summary>What the operator has set for all groups.</summary>
/// <param name="DefaultZone">IANA zone of a group that has not said its own and whose people's clients don't
/// tell.</param>
/// <param name="PublicUrl">Address under which people reach the pages; null where there is none.</param>
public sealed record TurnOptions(string DefaultZone, Uri? PublicUrl)
{
    /// <summary>Address of the Indico in which meetings are prepared; null where there is none.</summary>
    public Uri? Indico { get; init; }

    /// <summary>The address of a page, or null without a public address.</summary>
    public Uri? Page(params ReadOnlySpan<string> segments)
    {
        if (PublicUrl is null) return null;
        var path = string.Join('/', segments.ToArray().Select(Uri.EscapeDataString));
        return new Uri(PublicUrl.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
