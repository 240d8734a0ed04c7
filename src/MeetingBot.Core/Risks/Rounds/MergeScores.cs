using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Goes on with an <see cref="AccountMerge"/>: some risks of a round a turn, then the communities of an assessment.
/// Fired by its timer until nothing is left.
/// </summary>
public sealed record MergeScores : Command
{
    // Each is a row that goes and one that comes.
    private const int AtATime = 40;

    public override Reads Reads(Turn turn)
    {
        if (turn.AccountMerges().People.FirstOrDefault() is not { } one) return Tables.Reads.None;
        return one.Left.IsEmpty
            ? Tables.Reads.Of(RiskRows.Assessments)
            : Tables.Reads.OfKeys([.. Keys(one, one.Left[0])]);
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Forgetting || turn.AccountMerges().People.FirstOrDefault() is not { } one)
            return Decision.Nothing;
        if (!one.Left.IsEmpty) return Scores(one, one.Left[0], turn, rows);
        foreach (var row in rows.In(RiskRows.Assessments))
            if (JoinedScorer.Of(RiskRows.ReadAssessment(row), one.Account.Key, one.Main) is { } joined)
                return Next([one, .. Behind(turn)], turn, new Decision { Changes = [RiskRows.Put(joined, rows)] });
        return Next([.. Behind(turn)], turn, new Decision
        {
            Messages = one.Found ? [Told(one)] : [],
        });
    }

    private static Decision Scores(AccountMerge one, MergeStep step, Turn turn, RowSet rows)
    {
        var rest = step.Risks.Skip(AtATime).ToImmutableArray();
        var left = one with
        {
            Left = rest.IsEmpty ? one.Left.RemoveAt(0) : one.Left.SetItem(0, step with { Risks = rest }),
        };
        if (RoundState.In(rows, new OpenRound(step.Assessment, step.Round)) is not { } state)
            return Next([left, .. Behind(turn)], turn, Decision.Nothing);
        var changes = Changes(one, step, state, last: rest.IsEmpty);
        return Next([left with { Found = one.Found || !changes.IsEmpty }, .. Behind(turn)], turn, new Decision
        {
            Changes = changes,
            While = state.Round.Open && !changes.IsEmpty ? state.WhileOpen : null,
            Messages = state.Round.Open && !changes.IsEmpty
                ? [RoundCards.Changed(state.Assessment, state.Round)]
                : [],
        });
    }

    private static ImmutableArray<RowChange> Changes(AccountMerge one, MergeStep step, RoundState state, bool last)
    {
        var (round, rows) = (state.Round, state.Rows);
        var (theirs, was) = (state.ProgressOf(one.Account), state.ProgressOf(one.Main));
        var (changes, progress) = (ImmutableArray.CreateBuilder<RowChange>(), was);
        foreach (var risk in step.Risks.Take(AtATime))
        {
            if (rows[Key(step, risk, one.Account)] is not { } given) continue;
            changes.Add(new RowChange.Delete(given.RowKey, given.ETag));
            if (rows[Key(step, risk, one.Main)] is not null) continue;
            var score = RiskRows.ReadScore(given);
            changes.Add(RiskRows.First(round, risk, score with
            {
                Member = one.Main,
                Community = state.Assessment.CommunityOf(one.Main.Key)?.Name ?? score.Community,
            }));
            var place = round.PlaceOf(risk);
            if (place >= 0 && theirs.IsDone(place)) progress = progress.With(place, round.Risks.Length);
        }
        if (progress != was) changes.Add(RiskRows.Put(round, progress, rows));
        if (last && rows[RiskRows.ProgressKey(step.Assessment, step.Round, one.Account.Key)] is { } done)
            changes.Add(new RowChange.Delete(done.RowKey, done.ETag));
        return changes.ToImmutable();
    }

    // To them alone, and nothing of what was scored.
    private static Outgoing Told(AccountMerge one) => new(
        one.Conversation,
        $"What you had scored in open rounds with your other account is put together with what {one.Main.Name} has: "
            + $"one answer for each risk, and where you had given two, that of {one.Main.Name} stands. To look at them "
            + "or change them: /risk card",
        Recipient: one.Main);

    private static Decision Next(ImmutableArray<AccountMerge> people, Turn turn, Decision more) => more with
    {
        Changes = [RiskRows.Put(new AccountMerges(people), turn), .. more.Changes],
        Timers = people.IsEmpty ? [] : [RiskTimers.Merge(turn)],
    };

    private static IEnumerable<AccountMerge> Behind(Turn turn) => turn.AccountMerges().People.Skip(1);

    private static IEnumerable<string> Keys(AccountMerge one, MergeStep step) =>
    [
        RiskRows.Key(step.Assessment), RiskRows.RoundKey(step.Assessment, step.Round),
        RiskRows.ProgressKey(step.Assessment, step.Round, one.Account.Key),
        RiskRows.ProgressKey(step.Assessment, step.Round, one.Main.Key),
        .. step.Risks.Take(AtATime)
            .SelectMany(risk => (string[])[Key(step, risk, one.Account), Key(step, risk, one.Main)]),
    ];

    private static string Key(MergeStep step, string risk, Person person) =>
        RiskRows.ScoreKey(step.Assessment, step.Round, risk, person.Key);
}
