using MeetingBot.Conversations;
using MeetingBot.Meetings.Timetables;

namespace MeetingBot.Agendas;

/// <summary>
/// Shows the agenda: to who presses, with their own buttons; to who types, as the live card of the conversation.
/// </summary>
public sealed record ShowAgenda(int Page) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda", "", "/agenda", "shows the agenda",
        input => input.Text.Length == 0
            ? new ShowAgenda(input.NumberField("page") ?? 0)
            : PastedTimetable.Behind(input) is { } lines
            ? new OfferAgenda(lines)
            : ParsedCommand.Wrong($"\"agenda {Phrases.Shorten(input.Text, 40)}\" I do not understand."))
    {
        Aliases = ["agenda show", "show agenda", "agenda list", "list agenda", "agenda?"],
        Refreshes = true,
    };

    public override Decision Decide(AgendaState agenda, Turn turn) => turn.Incoming is CardAnswer
        ? new Decision { ShowCard = AgendaCards.For(agenda, turn, Page) }
        : new Decision { Messages = [AgendaCards.Live(agenda, turn) with { Fresh = true }] };
}
