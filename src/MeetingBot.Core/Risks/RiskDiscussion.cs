using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>A risk as it is talked about: with the scores of its last round, once that is revealed.</summary>
public sealed class RiskDiscussion
{
    private const int MostInvited = 8;
    private readonly Assessment _assessment;
    private readonly RiskScenario _risk;
    private readonly IReadOnlyList<RiskScore> _scores;

    private RiskDiscussion(Assessment assessment, RiskScenario risk, IReadOnlyList<RiskScore> scores) =>
        (_assessment, _risk, _scores) = (assessment, risk, scores);

    public string Id => _risk.Id;

    public string Title => RiskCards.Title(_risk);

    /// <summary>
    /// Who stands farthest from the group's value where members disagree. Their scores are theirs: only they are told.
    /// </summary>
    public IReadOnlyList<RiskScore> Outliers =>
    [
        .. Dimensions().SelectMany(result =>
        {
            var scores = result.Summary(_assessment.Criteria).Scores;
            return _scores.Where(score => score.Scores.TryGetValue(result.Dimension, out var given)
                && given.Kind is ScoreKind.Scored && given.Value != scores.HighMedian
                && (given.Value == scores.Sorted[0] || given.Value == scores.Sorted[^1]));
        }).DistinctBy(score => score.Member.Key).Where(score => !score.Member.IsGuest && !score.Member.IsFormer)
            .Take(MostInvited),
    ];

    /// <summary>The rows of one risk, and of its scores in a round.</summary>
    public static Reads Reads(int assessment, string risk, int round) =>
        Tables.Reads.Of(RiskRows.RiskOf(assessment, risk), RiskRows.ScoresOf(assessment, round, risk))
            .And(Tables.Reads.OfKeys(RiskRows.Key(assessment), RiskRows.RoundKey(assessment, round)));

    /// <summary>Null for what is not there.</summary>
    public static RiskDiscussion? Of(int assessment, string risk, RowSet rows)
    {
        if (rows[RiskRows.Key(assessment)] is not { } row) return null;
        var read = RiskRows.ReadAssessment(row);
        var found = RiskRows.RisksIn(rows, assessment, read.Generation).FirstOrDefault(one => one.Id == risk);
        if (found is null) return null;
        found = read.Scaled(found);
        return new RiskDiscussion(read, found, Revealed(read, found, rows));
    }

    public Card Card(Turn turn) => RiskCards.Of(_assessment, _risk, _scores, turn);

    /// <summary>What an outlier is told, alone.</summary>
    public string Invitation(RiskScore outlier)
    {
        var own = string.Join(", ", Dimensions()
            .Where(result => outlier.Scores.TryGetValue(result.Dimension, out var given)
                && given.Kind is ScoreKind.Scored)
            .Select(result => string.Create(
                CultureInfo.InvariantCulture,
                $"{ScoreFields.Name(result.Dimension)} {outlier.Scores[result.Dimension].Value}")));
        return $"{_risk.Id} is being talked about. You scored {own}, away from others: would you speak first, and say "
            + "why? Nobody but you is told this.";
    }

    /// <summary>The scores of the round that its result is of; none before it is revealed.</summary>
    internal static IReadOnlyList<RiskScore> Revealed(Assessment assessment, RiskScenario risk, RowSet rows)
    {
        if (risk.Result is not { Round: > 0 } result
            || rows[RiskRows.RoundKey(assessment.Number, result.Round)] is not { } row
            || RiskRows.ReadRound(row).Status is not RoundStatus.Revealed) return [];
        return [.. rows.In(RiskRows.ScoresOf(assessment.Number, result.Round, risk.Id)).Select(RiskRows.ReadScore)];
    }

    private IEnumerable<DimensionResult> Dimensions() => (_risk.Result?.Dimensions ?? [])
        .Where(result => result.Summary(_assessment.Criteria).Scores.Range > 1);
}
