using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Skips an item until all others are done: the current one, or one that waits.</summary>
/// <param name="Seen">The current item as the pressed card showed it; null for typed text.</param>
public sealed record SkipAgendaItem(int? Number, int? Seen) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda skip", "[number]", "/agenda skip", "skips an item until the others are done", Read)
    {
        Aliases = ["skip", "skip item", "skip this", "skip this item"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (AgendaMoves.Hindrance(agenda, turn, Seen) is { } hindrance) return hindrance;
        if (Number is { } number && number != agenda.Meeting.CurrentItem) return SkipWaiting(agenda, turn, number);
        if (agenda.Current is not { } current) return AgendaRefusals.NoCurrentItem;

        var next = (agenda with { Items = agenda.Items.Remove(current) }).Upcoming;
        return AgendaMoves.Move(
            agenda, turn, next, AgendaItemState.Skipped,
            $"Skipped {current.Number}. {current.Title}."
                + (next is null ? " No other item waits." : $" Now {next.Line}"));
    }

    private static Decision SkipWaiting(AgendaState agenda, Turn turn, int number)
    {
        if (agenda[number] is not { } item) return AgendaRefusals.NoSuchItem(number, agenda);
        if (!item.Waits) return AgendaRefusals.IsPast(item);
        var skipped = item with { State = AgendaItemState.Skipped };
        return new Decision
        {
            Changes = [agenda.Change(skipped)],
            Tell = $"Skipped {item.Number}. {item.Title} until the others are done.",
            Messages = [AgendaCards.Live(agenda.With(skipped), turn)],
            ShowCard = AgendaCards.InPlace(agenda.With(skipped), turn),
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Length == 0 && input.NumberField("item") is null)
            return new SkipAgendaItem(null, input.NumberField("seen"));
        if (input.Text.ToLowerInvariant() is "really" or "yes" or "now") return new SkipAgendaItem(null, null);
        return input.Number("item") is { } number
            ? new SkipAgendaItem(number, input.NumberField("seen"))
            : ParsedCommand.Wrong("Which item? I need its number, or nothing for the one being discussed.");
    }
}
