using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Closes the current item and takes up the next. Within a minute of the last time it asks first.</summary>
/// <param name="Seen">The current item as the pressed card showed it; null for typed text.</param>
/// <param name="Sure">The question was answered.</param>
public sealed record NextAgendaItem(int? Seen, bool Sure) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda next", "", "/agenda next", "takes up the next item", Read)
    {
        Aliases = ["next", "next item", "next agenda item", "next agendum"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (AgendaMoves.Hindrance(agenda, turn, Seen) is { } hindrance) return hindrance;
        if (agenda.Items.IsEmpty) return AgendaRefusals.Empty;
        return (Sure ? null : Question(agenda, turn))
            ?? AgendaMoves.Move(agenda, turn, agenda.Upcoming, AgendaItemState.Done, SkippedBefore(agenda.Upcoming));
    }

    private static string? SkippedBefore(AgendaItem? next) => next is { State: AgendaItemState.Skipped }
        ? $"Now {next.Line}, which was skipped: all others are done"
        : null;

    // Most presses and words within a minute are slips of the hand, or those of two people.
    private static Decision? Question(AgendaState agenda, Turn turn)
    {
        if (agenda.Current is not { } current || agenda.Meeting.ItemOpenedAt is not { } opened) return null;
        if (turn.Now - opened >= AgendaItem.LeastDiscussion) return null;
        var text = $"{current.Number}. {current.Title} was taken up only {Phrases.Length(turn.Now - opened)} ago. "
            + "If it is done: /agenda next really";
        var yes = turn.Conversation.Button(
            "Yes, it is done", Form.Words, ("seen", $"{current.Number}"), ("sure", "yes"));
        var no = turn.Conversation.Button("Not yet", ShowAgenda.Form.Words, ("page", "0"));
        var card = new Card(
            "Take up the next item already?", [new CardText(text)], [yes with { Style = ButtonStyle.Primary }, no]);
        return new Decision { Tell = text, ShowCard = turn.AnsweredInPlace ? card : null, Asks = turn.AnsweredInPlace };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new NextAgendaItem(input.NumberField("seen"), input.Field("sure") == "yes"),
        "really" or "yes" or "now" => new NextAgendaItem(null, true),
        _ => ParsedCommand.Wrong("\"agenda next\" stands alone, or with \"really\"."),
    };
}
