using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>
/// What one viewer may see of the ballots, and nothing else of them: what is hidden is not in it. Cards, digests and
/// pages are drawn from it.
/// </summary>
/// <param name="Ballots">How many have answered; 0 where not even that is seen.</param>
/// <param name="Tally">Null where counts are not seen.</param>
/// <param name="Voices">Who says what to each option, by its id; empty where names are not seen.</param>
/// <param name="Answered">Names of who has answered and owes no answer, in order.</param>
/// <param name="Missing">Names of the voters who were named, and of guests, who still owe one.</param>
/// <param name="Comments">With their names, or without them once the poll is closed.</param>
public sealed record PollPicture(
    PollSight Sight,
    int Ballots,
    PollTally? Tally,
    ImmutableDictionary<(int Option, BallotAnswer Answer), ImmutableArray<string>> Voices,
    IReadOnlyList<string> Answered,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Comments)
{
    private const int MostComments = 12;

    public static PollPicture Of(Poll poll, IReadOnlyCollection<Ballot> ballots, PollSight sight)
    {
        var tally = sight.Counts ? poll.Result?.Tally ?? PollTally.Of(poll, ballots) : null;
        var voted = sight.Answered
            ? ballots.Where(ballot => HasAnswered(poll, ballot, sight)).Select(ballot => ballot.Voter).ToList()
            : [];
        var keys = voted.Select(voter => voter.Key.Value).ToHashSet();
        return new PollPicture(
            sight,
            sight.Answered ? voted.Count : tally?.Ballots ?? 0,
            tally,
            VoicesOf(poll, sight.Names ? ballots : []),
            Sorted(voted),
            sight.Answered
                ? [.. poll.Awaited.Where(voter => !keys.Contains(voter.Key.Value))
                    .Select(voter => PollCards.Short(voter) + (poll.IsRequired(voter) ? " (required)" : ""))]
                : [],
            CommentsOf(poll, ballots, sight));
    }

    // Once it is closed nobody owes an answer.
    private static bool HasAnswered(Poll poll, Ballot ballot, PollSight sight) => sight.Names && poll.HasEnded
        ? ballot.Counts(poll)
        : !SilentVoters.IsSeenToOwe(poll, ballot, sight);

    private static ImmutableDictionary<(int, BallotAnswer), ImmutableArray<string>> VoicesOf(
        Poll poll, IEnumerable<Ballot> ballots) => poll.Options
        .SelectMany(option => ballots
            .Select(ballot => (option.Id, Answer: ballot.To(option), ballot.Voter)))
        .Where(voice => voice.Answer is not null)
        .GroupBy(voice => (voice.Id, voice.Answer!.Value))
        .ToImmutableDictionary(
            voices => voices.Key, voices => Sorted(voices.Select(voice => voice.Voter)).ToImmutableArray());

    // Without names their order says nothing about who wrote them, nor does when they come.
    private static IReadOnlyList<string> CommentsOf(Poll poll, IEnumerable<Ballot> ballots, PollSight sight)
    {
        if (!sight.Names && !poll.HasEnded) return [];
        var said = ballots.Where(ballot => ballot.Comment is not null);
        return sight.Names
            ? [.. said.OrderBy(ballot => ballot.At).Take(MostComments)
                .Select(ballot => $"{PollCards.Short(ballot.Voter)}: {ballot.Comment}")]
            : [.. said.Select(ballot => ballot.Comment!).Order(StringComparer.Ordinal).Take(MostComments)];
    }

    private static List<string> Sorted(IEnumerable<Person> people) =>
        [.. people.Select(PollCards.Short).Order(StringComparer.OrdinalIgnoreCase)];
}
