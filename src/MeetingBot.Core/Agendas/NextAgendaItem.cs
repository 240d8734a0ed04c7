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
        return (Sure ? null : AgendaMoves.Question(agenda, turn, Soon))
            ?? AgendaMoves.Move(agenda, turn, agenda.Upcoming, AgendaItemState.Done, SkippedBefore(agenda.Upcoming));
    }

    private static string? SkippedBefore(AgendaItem? next) => next is { State: AgendaItemState.Skipped }
        ? $"Now {next.Line}, which was skipped: all others are done"
        : null;

    private static SoonLeft Soon =>
        new(Form, "Take up the next item already?", "If it is done: /agenda next really", "Yes, it is done");

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new NextAgendaItem(input.NumberField("seen"), input.Field("sure") == "yes"),
        "really" or "yes" or "now" => new NextAgendaItem(null, true),
        _ => ParsedCommand.Wrong("\"agenda next\" stands alone, or with \"really\"."),
    };
}
