using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Who scored each risk last, as digests: whether a round moved the group can only be told of the same voters, and by
/// their number it can't. Kept with the scores, and as little shown.
/// </summary>
/// <param name="Last">By risk and dimension the round and the digest of its voters.</param>
public sealed record RoundVoters(ImmutableSortedDictionary<string, string> Last)
{
    private const int DigestBytes = 16;

    public static RoundVoters None { get; } =
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>A result compared with the one before it, and who gave its scores remembered.</summary>
    /// <param name="before">Null for the first.</param>
    /// <param name="scores">All of the risk in this round.</param>
    public (RoundVoters After, RiskResult Result) Compare(
        ScoringRound round, string risk, RiskResult result, RiskResult? before, IReadOnlyList<RiskScore> scores)
    {
        var last = Last;
        var dimensions = result.Dimensions.Select(dimension =>
        {
            var key = Key(round, risk, dimension.Dimension);
            var earlier = before?[dimension.Dimension];
            var digest = Digest(scores, dimension.Dimension);
            var known = earlier is null ? null : last.GetValueOrDefault(key);
            last = last.SetItem(key, Mark(round.Number, digest));
            return earlier is null || before!.Round == 0 || earlier.Counts.Length != dimension.Counts.Length
                ? dimension
                : dimension with
                {
                    Since = before.Round,
                    Moved = known == Mark(before.Round, digest) ? dimension.MovedFrom(earlier) : null,
                };
        }).ToImmutableArray();
        return (new RoundVoters(last), result with { Dimensions = dimensions });
    }

    /// <summary>Those who scored with another in somebody's place, whose scores of that round are given.</summary>
    /// <param name="scores">By risk.</param>
    public RoundVoters Replace(
        ScoringRound round, IEnumerable<(string Risk, RiskScore Score)> scores, PersonKey before, PersonKey after)
    {
        var last = Last.ToBuilder();
        foreach (var (risk, score) in scores)
        {
            foreach (var (dimension, given) in score.Scores)
            {
                var key = Key(round, risk, dimension);
                if (given.Kind is not ScoreKind.Scored || !last.TryGetValue(key, out var mark)
                    || !mark.StartsWith(Mark(round.Number, ""), StringComparison.Ordinal)
                    || mark.Length != Mark(round.Number, "").Length + (2 * DigestBytes)) continue;
                var digest = Convert.FromHexString(mark.AsSpan(mark.Length - (2 * DigestBytes)));
                Toggle(digest, before);
                Toggle(digest, after);
                last[key] = Mark(round.Number, Convert.ToHexStringLower(digest));
            }
        }
        return new RoundVoters(last.ToImmutable());
    }

    private static string Key(ScoringRound round, string risk, RiskDimension dimension) =>
        $"{risk} {dimension}{(round.OfResidual ? " residual" : "")}";

    private static string Mark(int round, string digest) =>
        string.Create(CultureInfo.InvariantCulture, $"{round} {digest}");

    // Of each apart, so that one can be taken out and another put in without knowing the rest.
    private static string Digest(IEnumerable<RiskScore> scores, RiskDimension dimension)
    {
        var voters = scores
            .Where(score => score.Scores.TryGetValue(dimension, out var given) && given.Kind is ScoreKind.Scored)
            .Select(score => score.Member.Key);
        var digest = new byte[DigestBytes];
        foreach (var voter in voters) Toggle(digest, voter);
        return Convert.ToHexStringLower(digest);
    }

    private static void Toggle(byte[] digest, PersonKey voter)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(voter.Value));
        for (var i = 0; i < DigestBytes; i++) digest[i] ^= hash[i];
    }
}
