using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Asks those again whose ballot answers an option as it was before a change; many in parts. Fired by a timer. What
/// they are told, and when, is decided when theirs fires.
/// </summary>
/// <param name="After">Key of the last who was looked after; empty at first.</param>
public sealed record AskAgain(int Poll, string After) : OnePoll(Poll)
{
    private const int AtATime = 40;

    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.Of(PollRows.Ballots(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!poll.Open || poll.IsOver(turn.Now)) return Decision.Nothing;
        var left = state.Ballots.Where(ballot => ballot.IsStale(poll)).Select(ballot => ballot.Voter)
            .Where(voter => string.CompareOrdinal(voter.Key.Value, After) > 0)
            .OrderBy(voter => voter.Key.Value, StringComparer.Ordinal).ToList();
        var now = left.Take(AtATime).ToList();
        return new Decision
        {
            Timers =
            [
                .. now.Select(voter => PollTimers.Digest(voter, turn.Now, turn)),
                .. left.Count > now.Count
                    ? [PollTimers.AskAgain(poll.Number, now[^1].Key.Value, turn)]
                    : ImmutableArray<TimerEntry>.Empty,
            ],
        };
    }
}
