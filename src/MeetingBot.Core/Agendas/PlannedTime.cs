using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>How long the agenda takes, as its timeboxes tell.</summary>
internal static class PlannedTime
{
    /// <summary>
    /// <c>in all 1 h 20 min</c>, while the meeting runs with the time at which what is left would be over; null where
    /// no timebox is known.
    /// </summary>
    public static string? Of(AgendaState agenda, Turn turn)
    {
        var boxes = agenda.Items.Select(item => item.Timebox).OfType<Duration>().ToList();
        if (boxes.Count == 0) return null;
        var open = agenda.Items.Length - boxes.Count;
        var total = "in all " + Phrases.Length(boxes.Aggregate(Duration.Zero, (sum, box) => sum + box));
        return total + (open > 0 ? $" and {Phrases.Count(open, "item")} without a timebox" : "") + Until(agenda, turn);
    }

    private static string Until(AgendaState agenda, Turn turn)
    {
        var left = agenda.Items.Where(item => item.Waits || item.State is Meetings.AgendaItemState.Current).ToList();
        if (!agenda.Meeting.Running || left.Count == 0 || left.Any(item => item.Timebox is null)) return "";
        var end = left.Aggregate(
            turn.Now, (at, item) => at + Duration.Max(Duration.Zero, item.Timebox!.Value - item.SpentBy(turn.Now)));
        return $", until about {Phrases.Time(end, turn.Group.TimeZone)}";
    }
}
