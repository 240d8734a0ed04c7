using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// Tells who asked, and nobody else, what came of an event that was to be prepared in Indico. The agenda, which Indico
/// does not take, they get to paste.
/// </summary>
public sealed record TellOfIndico(ErrandDone Done) : Command<AgendaState>
{
    private const int MostAgenda = 6_000;

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        // Asked for before everything of the group was deleted.
        if (Done.Errand.Epoch != turn.Group.Epoch) return Decision.Nothing;
        if (Done.Address is not { } address)
            return To(turn, new Outgoing(
                turn.Conversation,
                $"Indico has not prepared the meeting. {Done.Problem ?? "It gave no address."}"
                    + (turn.Options.Indico is null ? "" : " To try again: /meeting indico")));
        var card = new Card(
            $"Indico has prepared \"{Phrases.Shorten(Done.Errand.Fields.GetValueOrDefault("title", ""), 100)}\"",
            [
                new CardText(
                    "Open it within an hour, then confirm it there: until you do there is no event. Place and people "
                        + "are filled in there."),
                .. Agenda(agenda),
            ],
            [CardButton.Open("Go on in Indico", address)]);
        return To(turn, new Outgoing(turn.Conversation, card.Title, Card: card));
    }

    private static Decision To(Turn turn, Outgoing message) =>
        new() { Messages = [message with { Recipient = turn.Actor }] };

    // A running meeting's agenda is its own.
    private static IEnumerable<CardElement> Agenda(AgendaState agenda) =>
        agenda.Meeting.Running || agenda.Items.IsEmpty
            ? []
            :
            [
                new CardText("Indico takes no agenda along. To be pasted there:", TextTone.Subtle),
                new CardText(CardFit.Some([.. agenda.Items.Select(item => item.Line)], "\n", MostAgenda)),
            ];
}
