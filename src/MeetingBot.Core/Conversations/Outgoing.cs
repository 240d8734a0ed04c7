using System.Collections.Immutable;
using MeetingBot.Cards;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// A message to send, kept in the outbox from the commit until the platform has it.
/// </summary>
/// <param name="To">The conversation.</param>
/// <param name="Text">What it says; with a card: its notification text.</param>
/// <param name="Format">How the text is written.</param>
/// <param name="ReplyTo">The platform's id of the message it answers.</param>
/// <param name="Card">The card it carries.</param>
/// <param name="Slot">
/// Names a live card: one message of the conversation that is edited in place. Only the newest undelivered one is sent.
/// </param>
/// <param name="Fresh">Put the live card at the end of the conversation again and take the old one away.</param>
/// <param name="Recipient">Set for a message that only this person may see, in their personal chat with the
/// bot.</param>
/// <param name="Paced">
/// A live card that very many people change at once: it is edited at most once a second, and then as it is.
/// </param>
/// <param name="File">A file that goes with the text, to one person alone.</param>
public sealed record Outgoing(
    ConversationReference To,
    string Text,
    TextFormat Format = TextFormat.Plain,
    string? ReplyTo = null,
    Card? Card = null,
    string? Slot = null,
    bool Fresh = false,
    Person? Recipient = null,
    bool Paced = false,
    FileOffer? File = null)
{
    /// <summary>
    /// What is asked of another service in place of a message, for the <see cref="Recipient"/> or for nobody; null for
    /// none.
    /// </summary>
    public Errand? Errand { get; init; }

    /// <summary>What somebody said, to the letter.</summary>
    public bool IsTalk { get; init; }

    /// <summary>It is for its conversation alone, and not for the group's other ones.</summary>
    public bool Lone { get; init; }
}

/// <summary>
/// A request to a service that is no platform, made after the commit: its door makes it, and tells what came of it in a
/// turn (<see cref="ErrandDone"/>).
/// </summary>
/// <param name="Door">The <see cref="IChannel.Platform"/> of the door.</param>
/// <param name="Fields">What it says, by name.</param>
/// <param name="Until">Until when it is tried again.</param>
/// <param name="Epoch">
/// The group's (<see cref="Group.Epoch"/>): what came of it is nobody's once that is another.
/// </param>
public sealed record Errand(
    string Door, ImmutableSortedDictionary<string, string> Fields, Instant Until, int Epoch = 0);

/// <summary>How a text is written. Every channel escapes what is plain.</summary>
public enum TextFormat
{
    /// <summary>As typed; nothing in it is markup.</summary>
    Plain,

    /// <summary>
    /// CommonMark of our own making, in which every typed text is escaped (<see cref="Markdown.Escape"/>).
    /// </summary>
    Markdown,
}
