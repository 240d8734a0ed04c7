using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Feeds;

/// <summary>Gives the address of the group's calendar, or of one's own, to subscribe to.</summary>
/// <param name="Mine">One's own, with what one has to do; only they are told.</param>
public sealed record ShowCalendar(bool Mine) : Command
{
    public static CommandForm Form { get; } = new(
        "calendar", "[mine]", "/calendar", "the meetings as a calendar to subscribe to; \"mine\" with your actions",
        Read)
    {
        Aliases = ["show calendar", "calendar show", "calendar?"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(CalendarFeeds.KeyOf(Owner(turn)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var (feed, making) = CalendarFeeds.Of(Owner(turn), turn, rows);
        if (feed?.Address(turn) is not { } address) return DateRefusals.NoPublicAddress;
        var card = Describe(turn, address);
        if (!Mine || turn.AnsweredInPlace || turn.Conversation.Kind is ConversationKind.Personal)
            return making with { ShowCard = card };
        // Whoever has the address reads what this person has to do.
        return making with
        {
            Tell = "I have sent you the address of your calendar, for you alone.",
            Messages = [new Outgoing(turn.Conversation, card.Title, Card: card, Recipient: turn.Actor)],
        };
    }

    private Card Describe(Turn turn, Uri address) => new(
        Mine ? "Your calendar" : "The group's calendar",
        [
            new CardText(
                Mine
                    ? "The meetings of this group and of each other in which you have asked for it, and the days by "
                        + "which your actions are due. Whoever has the address can read it."
                    : "Its meetings, with their agenda and the addresses of their minutes. Whoever has the address can "
                        + "read all of it."),
            new CardText("Add it as a calendar from the web (by URL): " + address.AbsoluteUri),
            new CardText(
                Mine
                    ? "To end the address: /calendar revoke mine"
                    : "To end the address: /calendar revoke; everybody's own too: /calendar revoke all",
                TextTone.Subtle),
        ],
        [CardButton.Open("Open", address)]);

    private PersonKey? Owner(Turn turn) => Mine ? turn.Actor.Key : null;

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new ShowCalendar(false),
        "mine" or "my own" or "me" => new ShowCalendar(true),
        _ => ParsedCommand.Wrong("\"calendar\" stands alone, or \"calendar mine\"."),
    };
}
