using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Makes one scorer of two accounts of a person. Of a risk that both have scored what the account has scored that stays
/// counts; any other score of the one that is given up is theirs from then on. Only their own scores are read.
/// </summary>
public static class JoinedScorer
{
    /// <summary>The rows that <see cref="Begin"/> looks at: no score is among them.</summary>
    public static Reads Reads(Turn turn) => Tables.Reads.OfKeys(
    [
        RiskRows.CounterKey,
        .. turn.OpenRounds().Rounds.Select(round => RiskRows.RoundKey(round.Assessment, round.Number)),
        .. turn.OpenRounds().Rounds.Select(round => RiskRows.Door(round.Assessment, round.Number)),
    ]);

    /// <summary>
    /// Whether one of the accounts counts on in an open round without a name: what it scored is nobody's.
    /// </summary>
    public static bool IsGone(PersonKey account, PersonKey main, Turn turn, RowSet rows) =>
        Open(turn, rows).Any(round => round.IsGone(account) || round.IsGone(main));

    /// <summary>
    /// What changes at once, so that every open round asks one person: who has read a round before and has not written
    /// yet looks again, whether they score or reveal. The scores follow (<see cref="MergeScores"/>).
    /// </summary>
    public static Decision Begin(Person account, Person main, Turn turn, RowSet rows)
    {
        var open = Open(turn, rows).ToList();
        if (open.Count == 0 && RiskRows.NextNumber(rows) == 1) return Decision.Nothing;
        var merge = new AccountMerge(
            account, main, turn.Conversation,
            [.. open.Select(round => new MergeStep(round.Assessment, round.Number, round.Risks))]);
        return new Decision
        {
            Changes =
            [
                RiskRows.Put(new AccountMerges(turn.AccountMerges().People.Add(merge)), turn),
                .. open.Count == 0 ? (RowChange[])[] : [RiskRows.PutOpen(turn.OpenRounds(), turn)],
                .. open.SelectMany(IEnumerable<RowChange> (round) =>
                [
                    RiskRows.Put(Of(round, account.Key, main), rows),
                    .. Standing.Close(RiskRows.Door(round.Assessment, round.Number), rows),
                ]),
            ],
            Timers = [RiskTimers.Merge(turn)],
        };
    }

    /// <summary>The round as it asks one person: who was asked by either account is.</summary>
    internal static ScoringRound Of(ScoringRound round, PersonKey account, Person main)
    {
        var asked = round.Asks(account) || round.Asks(main.Key);
        return round with
        {
            Members = Replace(round.Members, account, main),
            Observers = asked && !round.Observers.IsDefault
                ? round.Observers.RemoveAll(person => person.Key == account || person.Key == main.Key)
                : Replace(round.Observers, account, main),
        };
    }

    /// <summary>
    /// Everybody's scores, those of people with two accounts as theirs: of two of a risk the one given by the account
    /// that they are known by.
    /// </summary>
    internal static IEnumerable<(string Risk, RiskScore Score)> Known(
        IEnumerable<(string Risk, RiskScore Score)> scores, Turn turn) => turn.Group.Sides is null ? scores : scores
        .Select(one => (one.Risk, one.Score, Main: turn.Main(one.Score.Member)))
        .OrderBy(one => one.Main.Key == one.Score.Member.Key ? 0 : 1)
        .DistinctBy(one => (one.Risk, one.Main.Key))
        .Select(one => (one.Risk, one.Main.Key == one.Score.Member.Key
            ? one.Score
            : one.Score with { Member = one.Main }));

    /// <summary>The assessment with the person in one of its communities, where the account is in any.</summary>
    internal static Assessment? Of(Assessment assessment, PersonKey account, Person main)
    {
        if (assessment.CommunityOf(account) is not { } community) return null;
        var stays = assessment.CommunityOf(main.Key);
        return assessment with
        {
            Communities =
            [
                .. assessment.Communities.Select(one => one with
                {
                    Members = stays is null && one == community
                        ? Replace(one.Members, account, main)
                        : one.Members.RemoveAll(person => person.Key == account),
                }),
            ],
        };
    }

    private static IEnumerable<ScoringRound> Open(Turn turn, RowSet rows) => turn.OpenRounds().Rounds
        .Select(round => rows[RiskRows.RoundKey(round.Assessment, round.Number)]).OfType<Row>()
        .Select(RiskRows.ReadRound).Where(round => round.Open);

    private static ImmutableArray<Person> Replace(ImmutableArray<Person> people, PersonKey account, Person main) =>
        people.IsDefault || people.All(person => person.Key != account)
            ? people
            : [.. people.Select(person => person.Key == account ? main : person).DistinctBy(person => person.Key)];
}
