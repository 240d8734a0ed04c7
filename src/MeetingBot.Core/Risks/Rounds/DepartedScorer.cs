using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Takes the name of one who is being forgotten from their scores in a round. The scores stay as they are, and with
/// them everything that is or will be reckoned of them.
/// </summary>
public static class DepartedScorer
{
    // Each is a row that goes and one that comes.
    private const int AtATime = 40;

    /// <summary>The rounds of all assessments.</summary>
    public static readonly KeyRange Rounds = KeyRange.Under("round");

    /// <summary>The round whose row has that key; null for another row.</summary>
    public static OpenRound? Of(string rowKey) =>
        Rounds.Contains(rowKey) && TableKey.Number(rowKey, 1) is { } assessment
            && TableKey.Number(rowKey, 2) is { } round ? new OpenRound(assessment, round) : null;

    public static Reads Reads(Departure departure, OpenRound round) =>
        Tables.Reads.Of(RiskRows.ScoresOf(round.Assessment, round.Number)).And(Tables.Reads.OfKeys(
            RiskRows.Key(round.Assessment), RiskRows.RoundKey(round.Assessment, round.Number),
            RiskRows.VotersKey(round.Assessment), RiskRows.Door(round.Assessment, round.Number),
            RiskRows.ProgressKey(round.Assessment, round.Number, departure.Person.Key)));

    /// <summary>
    /// What changes, of many scores the first ones, and the shared card to be drawn anew; nothing where nothing bears
    /// their name.
    /// </summary>
    public static Decision Leave(Departure departure, OpenRound of, RowSet rows)
    {
        if (rows[RiskRows.RoundKey(of.Assessment, of.Number)] is not { } row
            || rows[RiskRows.Key(of.Assessment)] is not { } kept) return Decision.Nothing;
        var (round, who) = (RiskRows.ReadRound(row), departure.Person.Key);
        var former = departure.For(round.Scorers);
        var own = rows.In(RiskRows.ScoresOf(of.Assessment, of.Number))
            .Where(score => score.RowKey
                == RiskRows.ScoreKey(of.Assessment, of.Number, RiskRows.RiskOfScore(score), who))
            .Take(AtATime).ToList();
        var progress = rows[RiskRows.ProgressKey(of.Assessment, of.Number, who)];
        var isNamed = departure.IsAmong(round.Members) || departure.IsAmong(round.Observers);
        if (own.Count == 0 && progress is null && !isNamed) return Decision.Nothing;

        var scores = own.Select(score => (Risk: RiskRows.RiskOfScore(score), Score: RiskRows.ReadScore(score)))
            .ToList();
        var left = round with
        {
            Members = departure.Replace(round.Members, former),
            Observers = departure.Replace(round.Observers, former),
            Gone = round.Open && own.Count > 0 && !round.IsGone(who)
                ? [.. round.Gone.IsDefault ? [] : round.Gone, Departure.TraceOf(who, round.Thing)]
                : round.Gone,
        };
        var voters = RiskRows.ReadVoters(rows, of.Assessment);
        // Whoever revealed it since has reckoned with the new name already.
        var known = !round.Renamed.IsDefault && round.Renamed.Contains(former.Key.Value);
        var counted = known ? voters : voters.Replace(round, scores, who, former.Key);
        ImmutableArray<RowChange> changes =
        [
            // Always, where it is open: who reveals it meanwhile looks again.
            .. round.Open || isNamed ? (RowChange[])[RiskRows.Put(left, rows)] : [],
            .. own.Select(score => new RowChange.Delete(score.RowKey, score.ETag)),
            .. scores.Select(one => RiskRows.Cast(round, one.Risk, one.Score with
            {
                Member = former, At = round.OpenedAt,
                // What it weighs is in the result; alone in a community it would be a name.
                Community = round.Open ? one.Score.Community : "",
            })),
            .. counted == voters ? (RowChange[])[] : [RiskRows.Put(of.Assessment, counted, rows)],
            .. progress is null ? (RowChange[])[] :
            [
                new RowChange.Delete(progress.RowKey, progress.ETag),
                RiskRows.Set(round, RiskRows.ReadProgress(progress) with { Member = former }),
            ],
        ];
        return new Decision
        {
            Changes = changes,
            Messages = round.Open ? [RoundCards.Changed(RiskRows.ReadAssessment(kept), left)] : [],
        };
    }

    /// <summary>
    /// Where nothing bears their name any more: a score that was on its way when they asked doesn't come after
    /// (<see cref="Standing.Renew"/>).
    /// </summary>
    public static IEnumerable<RowChange> Shut(OpenRound of, RowSet rows) =>
        rows[RiskRows.RoundKey(of.Assessment, of.Number)] is { } row && RiskRows.ReadRound(row).Open
            ? Standing.Renew(RiskRows.Door(of.Assessment, of.Number), row.RowKey, rows)
            : [];

    /// <summary>
    /// Assessments in whose communities they are: without their name, and of as many members as before.
    /// </summary>
    public static IEnumerable<RowChange> LeaveCommunities(Departure departure, RowSet rows)
    {
        foreach (var row in rows.In(RiskRows.Assessments))
        {
            var assessment = RiskRows.ReadAssessment(row);
            var former = departure.For(FormattableString.Invariant($"risks {assessment.Number}"));
            var frozen = assessment.Frozen.IsDefault ? [] : assessment.Frozen;
            if (!assessment.Communities.Concat(frozen.SelectMany(version => version.Communities))
                .Any(community => departure.IsAmong(community.Members))) continue;
            yield return RiskRows.Put(
                assessment with
                {
                    Communities = Without(assessment.Communities),
                    Frozen = [.. frozen.Select(version => version with { Communities = Without(version.Communities) })],
                },
                rows);

            ImmutableArray<Community> Without(ImmutableArray<Community> communities) =>
                [.. communities.Select(one => one with { Members = departure.Replace(one.Members, former) })];
        }
    }
}
