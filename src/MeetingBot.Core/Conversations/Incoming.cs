using System.Collections.Immutable;

namespace MeetingBot.Conversations;

/// <summary>
/// What a channel translates every authenticated request into. No channel's own type goes further.
/// </summary>
/// <param name="DeliveryId">
/// Names the delivery within the group: the same one again, from the same person, has no second effect and gets the
/// first answer.
/// </param>
/// <param name="Conversation">Where it happened.</param>
/// <param name="Sender">Who did it, as the platform vouches.</param>
public abstract record Incoming(string DeliveryId, ConversationReference Conversation, Person Sender)
{
    /// <summary>
    /// What the conversation's tenant or workspace is called, as somebody there has named it; null where it is not
    /// told.
    /// </summary>
    public string? TenantName { get; init; }
}

/// <summary>A text that somebody typed.</summary>
/// <param name="Text">Plain text, the bot's own mention removed; others' mentions as <c>@Name</c>.</param>
/// <param name="MessageId">The platform's id of the message, to reply to.</param>
/// <param name="Addressed">
/// Said to the bot (mentioned, a slash command, a personal chat): what is not understood is answered.
/// </param>
/// <param name="Bare">Commands need no slash here (a personal chat, a room, after a mention).</param>
/// <param name="Mentioned">The people mentioned, in the order of the text.</param>
public sealed record IncomingMessage(
    string DeliveryId,
    ConversationReference Conversation,
    Person Sender,
    string Text,
    string? MessageId,
    bool Addressed,
    bool Bare,
    ImmutableArray<Person> Mentioned)
    : Incoming(DeliveryId, Conversation, Sender)
{
    /// <summary>The delivery of which it is a part, when it was cut into turns; else null.</summary>
    public string? CutFrom { get; init; }

    /// <summary>
    /// The message of before that this is now, of which <see cref="Text"/> is what it says, empty where it was deleted;
    /// null for a message of its own. What a command has done stays done; lines of minutes follow.
    /// </summary>
    public string? Revises { get; init; }

    /// <summary>A file that came with it, a calendar or a table; null for none.</summary>
    public AttachedFile? File { get; init; }

    /// <summary>The calendar that it is, once that was looked for (<see cref="CommandReader.Parts"/>).</summary>
    internal PastedCalendar? Calendar { get; init; }

    /// <summary>
    /// Typed with neither a slash nor a mention: a command only if what follows its words is just what the command
    /// takes. "Chair is missing a leg" is talk.
    /// </summary>
    public bool MayBeTalk() =>
        !Text.AsSpan().TrimStart().StartsWith('/') && (!Addressed || Conversation.Kind is ConversationKind.Personal);
}

/// <summary>A file that somebody sent, as it was fetched.</summary>
/// <param name="Content">Its bytes; empty where it could not be had.</param>
/// <param name="Problem">Why it could not be had, in words; null where it was.</param>
public sealed record AttachedFile(string Name, ReadOnlyMemory<byte> Content, string? Problem = null)
{
    /// <summary>Larger ones are not fetched.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>What a file of another kind is answered with.</summary>
    public const string OnlyRead = "Of files I read calendars (.ics) and tables (.csv, .tsv, .md) alone.";

    /// <summary>What one over <see cref="MostBytes"/> is answered with.</summary>
    public const string TooLarge = "The file is larger than 1 MB.";

    /// <summary>A file of another kind.</summary>
    public static AttachedFile NotRead { get; } = new("", default, OnlyRead);

    private static readonly string[] TableEndings = [".csv", ".tsv", ".md"];

    /// <summary>Whether it is a table as text, as its name says.</summary>
    public bool IsTable => NamesTable(Name);

    /// <summary>Whether a file of that name is a table as text.</summary>
    public static bool NamesTable(string name) =>
        Array.Exists(TableEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A button pressed on a card, with the card's inputs.</summary>
/// <param name="Verb">The button's verb.</param>
/// <param name="Fields">The button's data and the inputs, merged; untrusted.</param>
/// <param name="MessageId">The platform's id of the message that carries the card.</param>
/// <param name="WantsAnswer">The channel shows the answer in place (an invoke); else answers are messages.</param>
/// <param name="Automatic">
/// Pressed by the client itself (a refresh): nothing is done but what <see cref="CommandForm.Refreshes"/>.
/// </param>
public sealed record CardAnswer(
    string DeliveryId,
    ConversationReference Conversation,
    Person Sender,
    string Verb,
    ImmutableDictionary<string, string> Fields,
    string? MessageId,
    bool WantsAnswer,
    bool Automatic = false)
    : Incoming(DeliveryId, Conversation, Sender)
{
    /// <summary>Pressed in the person's own chat, on a card of the group (<see cref="HomeGroup"/>).</summary>
    internal bool FromAfar { get; init; }
}

/// <summary>Something the platform tells of its own call: started, ended, joined, left.</summary>
/// <param name="CallIds">The ids by which the platform names the call; none where it tells none.</param>
/// <param name="Title">The call's title, when told.</param>
/// <param name="People">Who joined or left.</param>
public sealed record MeetingSignal(
    string DeliveryId,
    ConversationReference Conversation,
    Person Sender,
    SignalKind Kind,
    ImmutableArray<string> CallIds,
    string? Title,
    ImmutableArray<SignalPerson> People)
    : Incoming(DeliveryId, Conversation, Sender);

/// <summary>What happened to the call.</summary>
public enum SignalKind { Started, Ended, Joined, Left }

/// <summary>Who joined or left, and whether they organise the call.</summary>
public sealed record SignalPerson(Person Person, bool Organizer);

/// <summary>The bot was added to a conversation, or people were.</summary>
/// <param name="BotAdded">The bot itself: it says hello, once a conversation.</param>
/// <param name="People">People now known to be members.</param>
public sealed record MembersAdded(
    string DeliveryId,
    ConversationReference Conversation,
    Person Sender,
    bool BotAdded,
    ImmutableArray<Person> People)
    : Incoming(DeliveryId, Conversation, Sender)
{
    /// <summary>
    /// Of a list of members that was asked for: the group's <see cref="Group.Epoch"/> when it was. Null for what the
    /// platform tells by itself.
    /// </summary>
    internal int? AskedIn { get; init; }
}

/// <summary>Somebody has left the conversation.</summary>
/// <param name="Sender">Who.</param>
public sealed record MemberLeft(string DeliveryId, ConversationReference Conversation, Person Sender)
    : Incoming(DeliveryId, Conversation, Sender);

/// <summary>Several people have left, or one.</summary>
/// <param name="Sender">Who tells of it; whoever took them out.</param>
/// <param name="People">Who has left; each is a <see cref="MemberLeft"/> of their own.</param>
public sealed record MembersLeft(
    string DeliveryId, ConversationReference Conversation, Person Sender, ImmutableArray<Person> People)
    : Incoming(DeliveryId, Conversation, Sender);

/// <summary>What came of an errand, or itself where it was for us. Made by its door, never by a channel.</summary>
/// <param name="Sender">For whom it was.</param>
/// <param name="Address">The address that it gave; null for none.</param>
/// <param name="Problem">Why it gave none, a sentence.</param>
public sealed record ErrandDone(
    string DeliveryId,
    ConversationReference Conversation,
    Person Sender,
    Errand Errand,
    Uri? Address,
    string? Problem)
    : Incoming(DeliveryId, Conversation, Sender);

/// <summary>A timer came due. Never made by a channel.</summary>
/// <param name="Name">The timer's name within the group.</param>
/// <param name="ETag">The timer's row as it was seen: firing deletes exactly that one.</param>
public sealed record TimerFired(
    string DeliveryId,
    ConversationReference Conversation,
    Person Sender,
    string Name,
    string ETag)
    : Incoming(DeliveryId, Conversation, Sender);
