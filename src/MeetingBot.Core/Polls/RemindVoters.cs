using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Sets a timer for each who has not answered, when their day is on; many in parts. Fired by a timer. What they are
/// told is decided when theirs fires: by then they may have answered.
/// </summary>
/// <param name="After">Key of the last who was looked after; empty at first.</param>
public sealed record RemindVoters(int Poll, string After) : OnePoll(Poll)
{
    /// <summary>What tells who has not answered, and when they were reminded.</summary>
    public static Reads Needs(int poll) =>
        Tables.Reads.Of(PollRows.Ballots(poll), GroupRows.Members, KeyRange.Under("reminded"));

    protected override Reads Beside(int poll, Turn turn) => Needs(poll);

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!poll.Open || poll.IsOver(turn.Now)) return Decision.Nothing;
        var part = PeoplePart.Of(SilentVoters.Of(poll, state.Rows, turn), After);
        var timers = part.People
            .Select(person => (Person: person, Due: ReminderRule.Next(
                turn.Now, Times.ZoneRules.Of(Moments.ZoneOf(person, turn.Group)),
                ReminderSent.Find(person, state.Rows)?.At)))
            .Where(reminder => poll.ClosesAt is not { } end || reminder.Due < end)
            .Select(reminder => PollTimers.Digest(reminder.Person, reminder.Due, turn));
        return new Decision
        {
            Timers =
            [
                .. timers,
                .. part.Next is { } next
                    ? [PollTimers.Remind(poll.Number, next, turn.Now, turn)]
                    : ImmutableArray<TimerEntry>.Empty,
            ],
        };
    }
}
