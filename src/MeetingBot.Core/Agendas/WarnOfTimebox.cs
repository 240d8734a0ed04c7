using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>
/// Tells that a timebox is nearly or wholly over. Fired by a timer; says nothing when the item has moved on.
/// </summary>
public sealed record WarnOfTimebox(bool Over) : Command<AgendaState>
{
    private static readonly Duration Tolerance = Duration.FromSeconds(2);

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (!agenda.Meeting.Running || agenda.Current is not { Timebox: { } box } item) return Decision.Nothing;
        var spent = item.SpentBy(turn.Now);
        if (spent + Tolerance < (Over ? box : box * TimeboxTimers.WarningShare)) return Decision.Nothing;

        // A service that was down warns of the end, not of what came before it.
        if (!Over && spent >= box) return Decision.Nothing;
        return new Decision { Messages = [turn.Say(Over ? End(item, box) : Left(item, box, spent)), AgendaCards.Live(agenda, turn)] };
    }

    /// <summary>
    /// What is to be said at once of an item whose timebox was set anew; null while there is time enough.
    /// </summary>
    public static string? Now(AgendaItem item, Turn turn)
    {
        var spent = item.SpentBy(turn.Now);
        return item.Timebox is not { } box || spent < box * TimeboxTimers.WarningShare
            ? null
            : spent < box ? Left(item, box, spent) : End(item, box);
    }

    private static string Left(AgendaItem item, Duration box, Duration spent) =>
        $"⏳ {item.Number}. {item.Title}: {Phrases.Length(box - spent)} left of {Phrases.Length(box)}.";

    private static string End(AgendaItem item, Duration box) =>
        $"⏰ {item.Number}. {item.Title}: its timebox of {Phrases.Length(box)} is over. Go on with /agenda next, or "
            + "take more time: /agenda extend 5m";
}
