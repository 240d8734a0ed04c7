using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Takes up the item of a number, out of order or once more.</summary>
public sealed partial record GoToAgendaItem(int Item, int? Seen) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda go", "<number>", "/agenda go 3", "takes up an item out of order",
        input => Number(input) is { } number
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
        if (agenda[Item] is not { } target) return AgendaRefusals.NoSuchItem(Item, agenda);
        if (target.Number == agenda.Meeting.CurrentItem) return AgendaRefusals.IsCurrent(target);
        return AgendaMoves.Move(agenda, turn, target, AgendaItemState.Done);
    }

    // "Really", which answers the question that "next" asks, is taken here too.
    private static int? Number(CommandInput input) =>
        input.NumberField("item") ?? CommandInput.TypedNumber(Spoken().Match(input.Text).Groups["number"].Value);

    [GeneratedRegex(@"^(?:item\s+)?#?(?<number>[0-9]{1,9})[.!]?(?:,?\s+(?:really|yes|now|please|pls|sure)){0,3}[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();
}
