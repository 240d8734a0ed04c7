using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>Tells that a timebox is nearly or wholly over. Fired by a timer; says nothing when the item has moved on.</summary>
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
        var text = Over
            ? $"⏰ {item.Number}. {item.Title}: its {Phrases.Length(box)} are over. Go on with /agenda next, or take more time: /agenda extend 5m"
            : $"⏳ {item.Number}. {item.Title}: {Phrases.Length(box - spent)} left of {Phrases.Length(box)}.";
        return new Decision { Messages = [turn.Say(text), AgendaCards.Live(agenda, turn)] };
    }
}
