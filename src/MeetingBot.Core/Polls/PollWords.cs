using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Polls.Ballots;

namespace MeetingBot.Polls;

/// <summary>Sentences about a poll.</summary>
internal static class PollWords
{
    /// <summary>Where it stands.</summary>
    public static string Status(Poll poll, Turn turn)
    {
        if (poll.Status is PollStatus.Cancelled) return $"Called off. It was opened by {PollCards.Short(poll.Author)}.";
        if (poll.Result is { } result)
            return $"Closed {PollTimes.Moment(result.At, poll, turn)}: {result.Why}.{Zone(poll)}";
        var until = poll.ClosesAt is { } end ? $" Open until {PollTimes.DeadlineForReader(end, poll, turn)}." : " Open.";
        return $"Opened by {PollCards.Short(poll.Author)}.{until}{Ends(poll)}{Quorum(poll)}{Zone(poll)}";
    }

    /// <summary>What is recorded of the voter, in their own zone.</summary>
    public static string Receipt(Poll poll, Ballot own, Turn turn) =>
        $"Recorded {Moments.Clock(own.At, turn.Actor, turn)}: {Answers(poll, own)}";

    /// <summary><c>yes, if need be, no</c>, in the order of the options; of a choice the options themselves.</summary>
    public static string Answers(Poll poll, Ballot own) => poll.Kind switch
    {
        PollKind.Times => string.Join(", ", poll.Options.Select(option => Answer(own.To(option)))),
        PollKind.Ranked => Listed(poll, own, " > "),
        _ => Listed(poll, own, ", "),
    };

    /// <summary>That an option has changed since it was answered; null where none has.</summary>
    public static string? Stale(Poll poll, Ballot own)
    {
        var changed = poll.Options.Where(own.IsStaleFor).Select(option => option.Text).ToList();
        return changed.Count == 0
            ? null
            : $"Changed since you answered, please answer again: {Phrases.Some(changed, ", ", 300)}";
    }

    /// <summary>The result in a line.</summary>
    public static string Result(Poll poll, PollResult result)
    {
        if (poll.Status is PollStatus.Cancelled) return "No result.";
        if (result.Winner is { } id && poll[id] is { } winner)
            return $"Result: {winner.Text} ({Counts(poll, result.Tally.Of(winner))})"
                + (result.PickedBy is { } who ? $", picked by {who}." : ".");
        if (result.Tally.Ballots == 0) return "Nobody has answered.";
        if (result.Tally.Ballots < poll.Quorum)
            return $"No result: {result.Tally.Ballots} of the {poll.Quorum} ballots of the quorum.";
        var best = PollRule.Best(poll, result.Tally);
        return best.IsEmpty
            ? "No result: nobody wants any of it."
            : $"A tie: {Phrases.Join([.. best.Select(option => option.Text)])} "
                + $"({Counts(poll, result.Tally.Of(best[0]))} each).";
    }

    /// <summary><c>5 yes, 1 if need be, 0 no</c>.</summary>
    public static string Counts(Poll poll, OptionTally tally) => poll.Kind switch
    {
        PollKind.Times => $"{tally.Yes} yes, {tally.IfNeedBe} if need be, {tally.No} no",
        PollKind.Ranked => $"{Phrases.Count(tally.Points, "point")}, {tally.First} first",
        _ => Phrases.Count(tally.Yes, "vote"),
    };

    /// <summary>
    /// For the minutes: <c>Show of hands, "Adopt it?": For 5, Against 1, Abstain 2</c>, with what a chair has picked.
    /// </summary>
    public static string Hands(Poll poll) => poll.Result is { } result
        ? $"Show of hands, \"{poll.Question}\": " + Phrases.Some(
            [.. poll.Options.Select(option => $"{option.Text} {result.Tally.Of(option).Yes}")], ", ", 1_500)
            + (result is { PickedBy: { } who, Winner: { } id } && poll[id] is { } picked
                ? $"; {who} picks {picked.Text}"
                : "")
        : "";

    private static string Listed(Poll poll, Ballot own, string between)
    {
        var chosen = own.Answers
            .Where(given => given.Answer is BallotAnswer.Yes)
            .Select(given => poll[given.Option])
            .Where(option => option is not null && own.To(option) is not null)
            .Select(option => option!.Text).ToList();
        return chosen.Count == 0 ? "no answer" : Phrases.Some(chosen, between, 300);
    }

    private static string Answer(BallotAnswer? answer) => answer switch
    {
        BallotAnswer.Yes => "yes",
        BallotAnswer.IfNeedBe => "if need be",
        BallotAnswer.No => "no",
        _ => "no answer",
    };

    private static string Ends(Poll poll) => poll.Ends switch
    {
        PollEnds.WhenAllAnswered => poll.Guests.IsDefaultOrEmpty
            ? " It closes when all who are named have answered."
            : " It closes when all who are named, and the guests, have answered.",
        PollEnds.OnConsensus => " It closes when all required voters say yes to one option, which is then decided.",
        _ => "",
    };

    private static string Zone(Poll poll) => poll.Kind is PollKind.Times ? $" Times in {poll.Zone}." : "";

    private static string Quorum(Poll poll) =>
        poll.Quorum > 0 ? $" Quorum: {Phrases.Count(poll.Quorum, "ballot")}." : "";
}
