using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Takes up the item of a number, out of order or once more.</summary>
public sealed record GoToAgendaItem(int Number, int? Seen) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda go", "<number>", "/agenda go 3", "takes up an item out of order",
        input => input.Number("item") is { } number
            ? new GoToAgendaItem(number, input.NumberField("seen"))
            : ParsedCommand.Wrong("Which item? I need its number."))
    {
        Aliases = ["go", "go to", "agenda go to", "take up item", "take up"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (AgendaMoves.Hindrance(agenda, turn, Seen) is { } hindrance) return hindrance;
        if (agenda[Number] is not { } target) return AgendaRefusals.NoSuchItem(Number, agenda);
        if (target.Number == agenda.Meeting.CurrentItem) return AgendaRefusals.IsCurrent(target);
        return AgendaMoves.Move(agenda, turn, target, AgendaItemState.Done);
    }
}
