using MeetingBot.Conversations;
using MeetingBot.Meetings.Digests;
using MeetingBot.Meetings.People;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Has each reminded who has not answered, when their day is on; many in parts. Fired by a timer. What they are told
/// is decided then: by then they may have answered.
/// </summary>
/// <param name="After">Key of the last who was looked after; empty at first.</param>
public sealed record RemindVoters(int Poll, string After) : OnePoll(Poll)
{
    /// <summary>What tells who has not answered, and when they were reminded.</summary>
    public static Reads Needs(int poll) =>
        Tables.Reads.Of(PollRows.Ballots(poll), GroupRows.Members, Reminders.Sent);

    protected override Reads Beside(int poll, Turn turn) => Needs(poll);

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!poll.Open || poll.IsOver(turn.Now)) return Decision.Nothing;
        var part = PeoplePart.Of(SilentVoters.Of(poll, state.Rows, turn), After);
        var reminders = Reminders.Of(part.People, turn, state.Rows);
        return part.Next is { } next
            ? reminders with { Timers = reminders.Timers.Add(PollTimers.Remind(poll.Number, next, turn.Now, turn)) }
            : reminders;
    }
}
