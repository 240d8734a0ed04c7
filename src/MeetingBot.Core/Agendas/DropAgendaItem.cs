using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Takes an item off the agenda. Its number is not given again. Its proposer and the chair may.</summary>
public sealed record DropAgendaItem(int Number) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda drop", "<number>", "/agenda drop 3", "takes an item off the agenda",
        input => input.Number("item") is { } number
            ? new DropAgendaItem(number)
            : ParsedCommand.Wrong("Which item? I need its number."))
    {
        Aliases = ["drop item", "agenda remove", "agenda delete", "remove item", "delete item", "agenda-"],
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (agenda[Number] is not { } item) return AgendaRefusals.NoSuchItem(Number, agenda);
        if (item.Number == agenda.Meeting.CurrentItem) return AgendaRefusals.IsCurrent(item);
        if (!item.Waits) return AgendaRefusals.IsPast(item);
        if (item.Proposer.Key != turn.Actor.Key && !turn.MayRun(agenda.Meeting))
            return new Refusal(
                $"Item {Number} was proposed by {item.Proposer.Name}; only they and who chairs "
                    + $"({turn.Runners(agenda.Meeting)}) may drop it.");

        var dropped = item with { State = AgendaItemState.Dropped };
        return new Decision
        {
            While = turn.WhileItRuns(),
            Changes = [agenda.Change(dropped)],
            Tell = $"Dropped {item.Number}. {item.Title}",
            Messages = [AgendaCards.Live(agenda.With(dropped), turn)],
            ShowCard = AgendaCards.InPlace(agenda.With(dropped), turn),
        };
    }
}
