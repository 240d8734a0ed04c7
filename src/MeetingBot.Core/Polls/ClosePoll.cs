using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Closes a poll over every ballot that was cast: by who may, at its deadline, or because the ballots end it.
/// </summary>
public sealed record ClosePoll(int? Number, PollCloser By = PollCloser.Person) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll close", "[number]", "/poll close 3", "closes a poll and tells its result",
        input => ReadNumber(input, number => new ClosePoll(number)))
    {
        Aliases = ["close poll", "end poll", "poll end"],
    };

    protected override Reads Beside(int poll, Turn turn) => AllBallots(poll).And(PollOutcome.Reads(turn));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!poll.Open) return By is PollCloser.Person ? PollRefusals.NotOpen(poll, turn) : Decision.Nothing;
        if (By is PollCloser.Person && !turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        // It was put off since this timer was set.
        if (By is PollCloser.Deadline && !poll.IsOver(turn.Now)) return Decision.Nothing;

        var ballots = state.Ballots.ToDictionary(ballot => ballot.Voter.Key.Value);
        var tally = PollTally.Of(poll, ballots.Values);
        return Ending(poll, tally, ballots, turn) is { } ending
            ? PollOutcome.Close(state, ending, turn)
            : Decision.Nothing;
    }

    /// <summary>Why it ends and what with; null where the ballots do not end it yet.</summary>
    private PollEnding? Ending(Poll poll, PollTally tally, Dictionary<string, Ballot> ballots, Turn turn)
    {
        var first = PollRule.First(poll, tally);
        switch (By, poll.Ends)
        {
            case (PollCloser.Person, _): return new($"{turn.Actor.Name} closed it", tally, first, poll.RuleDecides);
            case (PollCloser.Deadline, _): return new("its time is over", tally, first, poll.RuleDecides);
            case (_, PollEnds.OnConsensus):
                return PollRule.Consensus(poll, tally, ballots) is { } agreed
                    ? new("all required voters agree", tally, agreed, Decided: true)
                    : null;
            case (_, PollEnds.WhenAllAnswered):
                return poll.Awaited.All(voter => !SilentVoters.Owes(poll, ballots.GetValueOrDefault(voter.Key.Value)))
                    ? new("all have answered", tally, first, poll.RuleDecides)
                    : null;
            default: return null;
        }
    }
}

/// <summary>What closes a poll.</summary>
public enum PollCloser { Person, Deadline, Ballots }

/// <summary>How a poll ends.</summary>
/// <param name="First">What the rule puts first; null for none, or several.</param>
/// <param name="Decided">It is decided with that, without the chair.</param>
internal sealed record PollEnding(string Why, PollTally Tally, PollOption? First, bool Decided);
