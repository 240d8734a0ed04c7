using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>
/// Gives the current item more time, counted from the end of its timebox, or from now when it is over or has none.
/// </summary>
public sealed partial record ExtendTimebox(Duration More, int? Seen) : Command<AgendaState>
{
    private static readonly Duration Usual = Duration.FromMinutes(5);

    public static CommandForm Form { get; } = new(
        "agenda extend", "[5m]", "/agenda extend 5m", "gives the item more time", Read)
    {
        Aliases = ["extend", "extend timebox"],
        Audience = Audience.Runners,
        Moment = Moment.InMeeting,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (AgendaMoves.Hindrance(agenda, turn, Seen) is { } hindrance) return hindrance;
        if (agenda.Current is not { } current) return AgendaRefusals.NoCurrentItem;

        if (More <= Duration.Zero) return AgendaRefusals.NoMoreTime(current, More);
        var spent = current.SpentBy(turn.Now);
        var box = (current.Timebox is { } given && given > spent ? given : spent) + More;
        if (box > AgendaItem.MostTimebox) return AgendaRefusals.TooLong(current, box);

        var extended = current with { Timebox = box };
        return new Decision
        {
            Changes = [agenda.Change(extended)],
            Timers = TimeboxTimers.For(extended, turn),
            Tell =
                $"{current.Number}. {current.Title} has until "
                    + $"{Phrases.Time(turn.Now + (box - spent), turn.Group.TimeZone)} ({Phrases.Length(More)} more).",
            Messages = [AgendaCards.Live(agenda.With(extended), turn)],
            ShowCard = AgendaCards.InPlace(agenda.With(extended), turn),
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var text = input.Text;
        if (text.Length == 0) return new ExtendTimebox(Minutes(input) ?? Usual, input.NumberField("seen"));
        var spoken = Spoken().Match(text);
        var length = spoken.Groups["length"].Value;
        return (Lengths.Amount(length) ?? Lengths.Amount(length + "m")) is not { } more
            ? ParsedCommand.Wrong($"\"{Phrases.Shorten(text, 40)}\" is no length of time.")
            : new ExtendTimebox(spoken.Groups["less"].Success ? -more : more, null);
    }

    private static Duration? Minutes(CommandInput input) =>
        input.NumberField("minutes") is { } minutes and > 0 and <= 720 ? Duration.FromMinutes(minutes) : null;

    [GeneratedRegex(@"^(?:(?:by|for|another)\s+)?(?:\+|(?<less>[-−–]))?\s*(?<length>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Spoken();
}
