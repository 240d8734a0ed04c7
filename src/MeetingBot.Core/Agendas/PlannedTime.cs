using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
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
        var boxes = agenda.Items.Count(item => item.Timebox is not null);
        if (boxes == 0) return null;
        var open = agenda.Items.Length - boxes;
        var over = Over(agenda, turn) is { } more ? $", {Phrases.Length(more)} more than the meeting has" : "";
        return "in all " + Phrases.Length(Total(agenda))
            + (open > 0 ? $" and {Phrases.Count(open, "item")} without a timebox" : "") + over + Until(agenda, turn);
    }

    /// <summary>
    /// A warning to who has made the agenda longer than the meeting is to be, as a sentence behind others; empty for
    /// none.
    /// </summary>
    public static string Warning(AgendaState before, AgendaState after, Turn turn) =>
        Over(after, turn) is { } more && Total(after) > Total(before)
            ? $". The agenda takes {Phrases.Length(Total(after))} now, {Phrases.Length(more)} more than the meeting has"
            : "";

    // By how much the timeboxes are longer than the meeting, where its length is known.
    private static Duration? Over(AgendaState agenda, Turn turn)
    {
        var meeting = agenda.Meeting;
        if (meeting.EndedAt is not null) return null;
        var length = (meeting.Running ? meeting.Planned : meeting.Coming(turn.Now))?.Length;
        return Total(agenda) > length ? Total(agenda) - length : null;
    }

    private static Duration Total(AgendaState agenda) => agenda.Items.Select(item => item.Timebox).OfType<Duration>()
        .Aggregate(Duration.Zero, (sum, box) => sum + box);

    private static string Until(AgendaState agenda, Turn turn)
    {
        var left = agenda.Items.Where(item => item.Waits || item.State is AgendaItemState.Current).ToList();
        if (!agenda.Meeting.Running || left.Count == 0 || left.Any(item => item.Timebox is null)) return "";
        var end = left.Aggregate(
            turn.Now, (at, item) => at + Duration.Max(Duration.Zero, item.Timebox!.Value - item.SpentBy(turn.Now)));
        return $", until about {Phrases.Time(end, turn.Group.TimeZone)}";
    }
}
