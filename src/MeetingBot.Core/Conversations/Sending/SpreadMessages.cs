using System.Collections.Immutable;
using MeetingBot.Cards;

namespace MeetingBot.Conversations.Sending;

/// <summary>
/// Sends what a turn says to every conversation of its group, and what one person is told alone to where they are.
/// </summary>
internal static class SpreadMessages
{
    private const int MostRelayed = 2_000;

    /// <summary>The messages to send.</summary>
    /// <param name="replies">What answers who typed: it is said where they typed it.</param>
    /// <param name="told">What the other sides are told of what was typed; null for nothing.</param>
    /// <param name="messages">What is said to all, or to one.</param>
    public static ImmutableArray<Outgoing> Of(
        Turn turn, IEnumerable<Outgoing> replies, Outgoing? told, ImmutableArray<Outgoing> messages)
    {
        if (turn.Group.Sides is not { } sides) return [.. replies, .. messages];
        return
        [
            .. replies.SelectMany(reply => sides.Find(reply.To) is null ? ToAll(reply, sides) : [reply]),
            .. told is null ? [] : ToAll(told, sides).Where(message => message.To.Own != turn.Conversation.Own),
            .. messages.SelectMany(message => Of(message, turn, sides)),
        ];
    }

    /// <summary>
    /// What was typed in one conversation, as the others are told of it: what they need to know of a change, and every
    /// word where the group has settled that. Null for nothing.
    /// </summary>
    public static Outgoing? Told(Turn turn, Decision decision, bool isTalk)
    {
        if (turn is not { Group.Sides: { } sides, Incoming: IncomingMessage typed } || decision.Refused) return null;
        if (isTalk && !sides.Relays) return null;
        if (decision.Changes.IsEmpty) return null;
        // What answers them alone is for nobody else; what very many do at once is seen on its card.
        if (decision.Messages.Any(message => message.Paced || message.Recipient?.Key == turn.Actor.Key)) return null;
        var name = Markdown.Escape(turn.Actor.Name);
        var words = sides.Relays ? Markdown.Escape(Phrases.Shorten(typed.Text, MostRelayed)) : "";
        var answer = isTalk || decision.Tell is not { } tell ? ""
            : decision.TellFormat is TextFormat.Markdown ? tell : Markdown.Escape(tell);
        return words.Length + answer.Length == 0
            ? null
            : turn.Say(
                $"{name}: " + string.Join("\n\n", new[] { words, answer }.Where(part => part.Length > 0)),
                TextFormat.Markdown);
    }

    private static IEnumerable<Outgoing> Of(Outgoing message, Turn turn, GroupSides sides) => message switch
    {
        { Errand: not null } or { Lone: true } => [message],
        { Recipient: { } person } => ToOne(message, person, turn, sides) is { } alone ? [alone] : [],
        // To a conversation that is no side yet, or none any more. One that left is told nothing on account of old.
        { To.Joined: null } when sides.Find(message.To) is null => [message],
        _ => ToAll(message, sides),
    };

    private static IEnumerable<Outgoing> ToAll(Outgoing message, GroupSides sides) =>
        sides.All.Select(side => side.Own == message.To.Own
            ? message
            : message with { To = side, ReplyTo = null, Card = At(message.Card, side) });

    // Null for who can't be reached: their conversation has left, and on another platform their id is nobody's.
    private static Outgoing? ToOne(Outgoing message, Person person, Turn turn, GroupSides sides)
    {
        // Who asks from another of their accounts is answered there.
        if (person.Key == turn.Actor.Key && turn.Account.Key != person.Key)
            return message with { Recipient = turn.Account };
        if (person.Platform == message.To.Platform && person.Tenant == message.To.Tenant
            && sides.Find(message.To) is not null)
            return message;
        if (sides.Of(person) is { } side) return message with { To = side, Card = At(message.Card, side) };
        return person.Platform == message.To.Platform && person.Tenant == message.To.Tenant ? message : null;
    }

    // What one person may press in their own chat says through which conversation it came.
    private static Card? At(Card? card, ConversationReference side) =>
        card?.Map(button => button.Data.ContainsKey(HomeGroup.Field)
            ? button with { Data = button.Data.SetItem(HomeGroup.Field, side.Id) }
            : button);
}
