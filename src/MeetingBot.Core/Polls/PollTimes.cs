using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>Times of a poll in words: in its own zone, which is always named, and in the reader's.</summary>
public static class PollTimes
{
    /// <summary><c>Wed 2 July 12:00 (Europe/Zurich)</c>.</summary>
    public static string Moment(Instant at, Poll poll, Turn turn) => Moments.Moment(at, poll.Zone, turn.Now);

    /// <summary>
    /// As <see cref="Moment(Instant, Poll, Turn)"/>, of what ends then: <c>the end of Thu 10 December
    /// (Europe/Zurich)</c> where that is midnight.
    /// </summary>
    public static string Deadline(Instant at, Poll poll, Turn turn) => Moments.Deadline(at, poll.Zone, turn.Now);

    /// <summary>The same, and in the zone of who reads it where that shows another clock.</summary>
    public static string DeadlineForReader(Instant at, Poll poll, Turn turn)
    {
        var zone = turn.Actor.Id.Length == 0 ? poll.Zone : Moments.ZoneOf(turn.Actor, turn.Group);
        var (theirs, ours) = (at.InZone(ZoneRules.Of(zone)), at.InZone(ZoneRules.Of(poll.Zone)));
        var said = theirs.LocalDateTime == ours.LocalDateTime ? "" : $" = {Moments.Moment(at, zone, turn.Now)}";
        return Deadline(at, poll, turn) + said;
    }
}
