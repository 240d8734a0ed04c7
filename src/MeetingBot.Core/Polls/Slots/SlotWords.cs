using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls.Slots;

/// <summary>Times in words, for a zone.</summary>
public static class SlotWords
{
    /// <summary><c>Fri 11 July 16:00–17:00</c>; a whole day without times.</summary>
    public static string In(Slot slot, string zone, Instant now)
    {
        var rules = ZoneRules.Of(zone);
        var today = now.InZone(rules).Date;
        if (slot.WholeDay) return Phrases.Day(slot.Wall.Date, today);
        var (start, end) = (slot.Start.InZone(rules), slot.End.InZone(rules));
        return $"{Phrases.Day(start.Date, today)} {Moments.Clock(start)}–{Moments.Clock(end)}";
    }

    /// <summary>The same in the reader's own zone, where that shows another clock: <c> = 09:00–10:00 …</c>.</summary>
    public static string ForReader(PollOption option, Poll poll, Turn turn)
    {
        if (option.Slot is not { WholeDay: false } slot) return "";
        var zone = turn.Actor.Id.Length == 0 ? poll.Zone : Moments.ZoneOf(turn.Actor, turn.Group);
        var (theirs, ours) = (In(slot, zone, turn.Now), In(slot, poll.Zone, turn.Now));
        return theirs == ours ? "" : $" = {theirs} ({zone})";
    }
}
