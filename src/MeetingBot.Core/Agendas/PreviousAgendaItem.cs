using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Takes up again what was discussed before; the item that is left waits again.</summary>
public sealed record PreviousAgendaItem(int? Seen) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda back", "", "/agenda back", "goes back to the item before",
        input => input.Text.Length == 0
            ? new PreviousAgendaItem(input.NumberField("seen"))
            : ParsedCommand.Wrong("\"agenda back\" stands alone."))
    {
        Aliases = ["back", "agenda previous", "previous item"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (AgendaMoves.Hindrance(agenda, turn, Seen) is { } hindrance) return hindrance;
        var rank = agenda.Current?.Rank ?? int.MaxValue;
        var before = agenda.Items.Where(item => item.Rank > 0 && item.Rank < rank).MaxBy(item => item.Rank);
        return before is null
            ? AgendaRefusals.NothingBefore
            : AgendaMoves.Move(agenda, turn, before, AgendaItemState.Open);
    }
}
