using System.Collections.Immutable;
using MeetingBot.Polls.Ballots;

namespace MeetingBot.Polls;

/// <summary>Counted ballots of a poll.</summary>
/// <param name="Ballots">How many were counted: those that answer an option as it is now.</param>
/// <param name="Options">The counts, in the order of the poll.</param>
/// <param name="Ranking">The same, best first, by <see cref="PollRule"/>.</param>
public sealed record PollTally(
    int Ballots, ImmutableArray<OptionTally> Options, ImmutableArray<OptionTally> Ranking)
{
    /// <summary>Counts each ballot once. Pure, and in one pass.</summary>
    public static PollTally Of(Poll poll, IEnumerable<Ballot> ballots)
    {
        var places = poll.Options.Select((option, place) => (option.Id, place))
            .ToDictionary(pair => pair.Id, pair => pair.place);
        var counts = new Count[poll.Options.Length];
        var total = 0;
        foreach (var ballot in ballots)
        {
            if (ballot.Counts(poll)) total++;
            var rank = 0;
            foreach (var given in ballot.Answers)
            {
                if (!places.TryGetValue(given.Option, out var place)) continue;
                if (poll.Options[place].Version != given.Version) continue;
                counts[place].Add(given.Answer, poll.Kind is PollKind.Ranked ? rank : 0, poll.Options.Length);
                rank++;
            }
        }
        var tallies = poll.Options.Select((option, place) => counts[place].ToTally(option.Id)).ToImmutableArray();
        return new PollTally(total, tallies, PollRule.Rank(poll, tallies));
    }

    public OptionTally Of(PollOption option) => Options.First(tally => tally.Option == option.Id);

    private struct Count
    {
        private int _yes;
        private int _ifNeedBe;
        private int _no;
        private int _first;
        private int _points;

        public void Add(BallotAnswer answer, int rank, int options)
        {
            switch (answer)
            {
                case BallotAnswer.Yes:
                    _yes++;
                    _points += options - 1 - rank;
                    if (rank == 0) _first++;
                    break;
                case BallotAnswer.IfNeedBe: _ifNeedBe++; break;
                default: _no++; break;
            }
        }

        public readonly OptionTally ToTally(int option) => new(option, _yes, _ifNeedBe, _no, _first, _points);
    }
}

/// <summary>The counts of one option.</summary>
/// <param name="Yes">Of a choice: how often it was chosen; of a ranking: how often it was placed.</param>
/// <param name="First">Of a ranking: how often it was placed first.</param>
/// <param name="Points">Of a ranking: one for each option that a ballot places behind it, or nowhere.</param>
public sealed record OptionTally(int Option, int Yes, int IfNeedBe, int No, int First = 0, int Points = 0);
