using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>
/// Takes items off the agenda, all those named or none. Their numbers are not given again. Their proposer and the chair
/// may.
/// </summary>
public sealed record DropAgendaItem(NumberList Numbers) : Command<AgendaState>
{
    private const int MostTitle = 60;

    public static CommandForm Form { get; } = new(
        "agenda drop", "<number>, 3-5", "/agenda drop 3", "takes items off the agenda", Read)
    {
        Aliases =
        [
            "drop item", "drop items", "agenda remove", "agenda delete", "remove item", "delete item", "agenda-",
        ],
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        var (numbers, missing) = Numbers.Among(agenda.Items.Select(item => item.Number));
        if (missing.Count > 0) return AgendaRefusals.NoSuchItem(missing[0], agenda);
        var items = numbers.Select(number => agenda[number]!).ToList();
        return items.Select(item => Hindrance(item, agenda, turn)).OfType<Refusal>().FirstOrDefault() is { } refusal
            ? refusal
            : Drop(items, agenda, turn);
    }

    /// <summary>Drops items that wait.</summary>
    internal static Decision Drop(IReadOnlyList<AgendaItem> items, AgendaState agenda, Turn turn)
    {
        var dropped = items.Select(item => item with { State = AgendaItemState.Dropped }).ToList();
        var after = dropped.Aggregate(agenda, (state, item) => state.With(item));
        return new Decision
        {
            Changes = [.. dropped.Select(agenda.Change)],
            Tell = "Dropped " + (items is [var one]
                ? $"{one.Number}. {one.Title}"
                : Phrases.Join([.. items.Select(item => $"{item.Number}. {Phrases.Shorten(item.Title, MostTitle)}")])),
            Messages = [AgendaCards.Live(after, turn)],
            ShowCard = AgendaCards.InPlace(after, turn),
        };
    }

    private static Refusal? Hindrance(AgendaItem item, AgendaState agenda, Turn turn)
    {
        if (item.Number == agenda.Meeting.CurrentItem) return AgendaRefusals.IsCurrent(item);
        if (!item.Waits) return AgendaRefusals.IsPast(item);
        return item.Proposer.Key == turn.Actor.Key || turn.MayRun(agenda.Meeting)
            ? null
            : new Refusal(
                $"Item {item.Number} was proposed by {item.Proposer.Name}; only they and who chairs "
                    + $"({turn.Runners(agenda.Meeting)}) may drop it.");
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.NumberField("item") is { } pressed) return new DropAgendaItem(NumberList.Of(pressed));
        return NumberList.Parse(input.Text) is { } typed
            ? new DropAgendaItem(typed)
            : ParsedCommand.Wrong("Which item? I need its number, or several: 3 4 5, or 3-5.");
    }
}
