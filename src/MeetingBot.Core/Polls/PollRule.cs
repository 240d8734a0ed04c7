using System.Collections.Immutable;
using MeetingBot.Polls.Ballots;

namespace MeetingBot.Polls;

/// <summary>How counts become a result. The rule is printed wherever a result is.</summary>
public static class PollRule
{
    /// <summary>The rule in words.</summary>
    public static string Words(PollKind kind) => kind switch
    {
        PollKind.Times => "Most yes, then fewest no, then the earliest.",
        PollKind.Ranked => "One point for each option placed behind, or not at all; most points, then most first "
            + "places; a tie is the chair's.",
        _ => "Most votes; a tie is the chair's.",
    };

    /// <summary>Best first; what the rule can't tell apart stays in the order of the poll.</summary>
    public static ImmutableArray<OptionTally> Rank(Poll poll, ImmutableArray<OptionTally> tallies) => poll.Kind switch
    {
        PollKind.Times => [.. tallies.OrderByDescending(IsWanted).ThenByDescending(tally => tally.Yes)
            .ThenBy(tally => tally.No).ThenBy(tally => poll[tally.Option]!.Slot?.Start)],
        PollKind.Ranked => [.. tallies.OrderByDescending(tally => tally.Points).ThenByDescending(tally => tally.First)],
        _ => [.. tallies.OrderByDescending(tally => tally.Yes)],
    };

    /// <summary>
    /// The options that the rule puts first: one, or several that it can't tell apart; none without a quorum, or when
    /// nobody wants any.
    /// </summary>
    public static ImmutableArray<PollOption> Best(Poll poll, PollTally tally)
    {
        if (tally.Ballots < Math.Max(1, poll.Quorum) || tally.Ranking.IsEmpty) return [];
        var best = tally.Ranking[0];
        if (!IsWanted(best)) return [];
        return [.. tally.Ranking.TakeWhile(other => Same(poll, best, other)).Select(other => poll[other.Option]!)];
    }

    /// <summary>The option that the rule puts first; null for none, or several.</summary>
    public static PollOption? First(Poll poll, PollTally tally) => Best(poll, tally) is [var only] ? only : null;

    /// <summary>
    /// The option on which all required voters agree, the best if there are several; null for none. Without required
    /// voters nobody agrees.
    /// </summary>
    public static PollOption? Consensus(Poll poll, PollTally tally, IReadOnlyDictionary<string, Ballot> ballots)
    {
        if (poll.Required.IsDefaultOrEmpty || tally.Ballots < poll.Quorum) return null;
        return tally.Ranking.Select(option => poll[option.Option]!).FirstOrDefault(option => poll.Required.All(voter =>
            ballots.TryGetValue(voter.Key.Value, out var ballot) && ballot.To(option) is BallotAnswer.Yes));
    }

    /// <summary>Whether anybody would have it: who says nothing does not, though nobody says no to it.</summary>
    public static bool IsWanted(OptionTally tally) => tally.Yes + tally.IfNeedBe > 0;

    private static bool Same(Poll poll, OptionTally best, OptionTally other) => poll.Kind switch
    {
        PollKind.Times => best.Yes == other.Yes && best.No == other.No
            && poll[best.Option]!.Slot?.Start == poll[other.Option]!.Slot?.Start,
        PollKind.Ranked => best.Points == other.Points && best.First == other.First,
        _ => best.Yes == other.Yes,
    };
}
