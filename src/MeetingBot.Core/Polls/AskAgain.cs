using MeetingBot.Conversations;
using MeetingBot.Meetings.Digests;
using MeetingBot.Meetings.People;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Asks those again whose ballot answers an option as it was before a change; many in parts. Fired by a timer. What
/// they are told, and when, is decided then.
/// </summary>
/// <param name="After">Key of the last who was looked after; empty at first.</param>
public sealed record AskAgain(int Poll, string After) : OnePoll(Poll)
{
    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.Of(PollRows.Ballots(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!poll.Open || poll.IsOver(turn.Now)) return Decision.Nothing;
        var part = PeoplePart.Of(
            state.Ballots.Where(ballot => ballot.IsStale(poll)).Select(ballot => ballot.Voter), After);
        var reminders = Reminders.Of(part.People, turn, state.Rows);
        return part.Next is { } next
            ? reminders with { Timers = reminders.Timers.Add(PollTimers.AskAgain(poll.Number, next, turn)) }
            : reminders;
    }
}
