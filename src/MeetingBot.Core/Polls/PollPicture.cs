using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>
/// What one viewer may see of the ballots, and nothing else of them: what is hidden is not in it. Cards, digests and
/// pages are drawn from it.
/// </summary>
/// <param name="Ballots">How many have answered; 0 where not even that is seen.</param>
/// <param name="Tally">Null where counts are not seen.</param>
/// <param name="Voices">Who says what to each option, by its id; empty where names are not seen.</param>
/// <param name="Answered">Names of who has answered and owes no answer, in order.</param>
/// <param name="Missing">Names of those whose answer is waited for (<see cref="SilentVoters.Meant"/>), and of guests, who
/// still owe one.</param>
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

    /// <summary>When the counts were kept that it shows; null where the ballots were read for it.</summary>
    public Instant? AsOf { get; private init; }

    /// <summary>Counts as they were kept, and nobody's name; null for a viewer who may not see counts.</summary>
    public static PollPicture? OfKept(KeptTally kept, PollSight sight) => sight.Counts
        ? new PollPicture(
            sight with { Names = false, Answered = false }, kept.Tally.Ballots, kept.Tally,
            ImmutableDictionary<(int, BallotAnswer), ImmutableArray<string>>.Empty, [], [], [])
        {
            AsOf = kept.At,
        }
        : null;

    /// <param name="members">Whom the bot knows in the group; where the poll names its voters none are needed.</param>
    public static PollPicture Of(
        Poll poll, IReadOnlyCollection<Ballot> ballots, PollSight sight, IReadOnlyCollection<Person> members)
    {
        var tally = sight.Counts ? poll.Result?.Tally ?? PollTally.Of(poll, ballots) : null;
        var named = sight.Answered || sight.Names ? Sorted(ballots) : [];
        var answered = sight.Answered ? named.FindAll(voter => HasAnswered(poll, voter.Ballot, sight)) : [];
        var keys = answered.Select(voter => voter.Ballot.Voter.Key.Value).ToHashSet();
        return new PollPicture(
            sight,
            sight.Answered ? answered.Count : tally?.Ballots ?? 0,
            tally,
            sight.Names
                ? VoicesOf(poll, named)
                : ImmutableDictionary<(int, BallotAnswer), ImmutableArray<string>>.Empty,
            answered.ConvertAll(voter => voter.Name),
            sight.Answered
                ? [.. (poll.Guests.IsDefault ? [] : poll.Guests).Concat(SilentVoters.Meant(poll, members))
                    .Where(voter => !keys.Contains(voter.Key.Value))
                    .Select(voter => PollCards.Short(voter) + (poll.IsRequired(voter) ? " (required)" : ""))]
                : [],
            CommentsOf(poll, ballots, sight));
    }

    // Once it is closed nobody owes an answer.
    private static bool HasAnswered(Poll poll, Ballot ballot, PollSight sight) => sight.Names && poll.HasEnded
        ? ballot.Counts(poll)
        : !SilentVoters.IsSeenToOwe(poll, ballot, sight);

    // In one pass over the answers, in the order of the names: with thousands of ballots nothing is sorted twice.
    private static ImmutableDictionary<(int, BallotAnswer), ImmutableArray<string>> VoicesOf(
        Poll poll, List<(string Name, Ballot Ballot)> named)
    {
        var versions = poll.Options.ToDictionary(option => option.Id, option => option.Version);
        var voices = new Dictionary<(int, BallotAnswer), ImmutableArray<string>.Builder>();
        foreach (var (name, ballot) in named)
        {
            foreach (var given in ballot.Answers)
            {
                if (!versions.TryGetValue(given.Option, out var version) || version != given.Version) continue;
                if (!voices.TryGetValue((given.Option, given.Answer), out var names))
                    voices[(given.Option, given.Answer)] = names = ImmutableArray.CreateBuilder<string>();
                names.Add(name);
            }
        }
        return voices.ToImmutableDictionary(voice => voice.Key, voice => voice.Value.ToImmutable());
    }

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

    private static List<(string Name, Ballot Ballot)> Sorted(IEnumerable<Ballot> ballots) =>
        [.. ballots.Select(ballot => (Name: PollCards.Short(ballot.Voter), Ballot: ballot))
            .OrderBy(voter => voter.Name, StringComparer.OrdinalIgnoreCase)];
}
