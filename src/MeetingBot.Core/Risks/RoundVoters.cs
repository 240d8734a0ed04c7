using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>
/// Who scored each risk last, as digests: whether a round moved the group can only be told of the same voters, and by
/// their number it can't. Kept with the scores, and as little shown.
/// </summary>
/// <param name="Last">By risk and dimension the round and the digest of its voters.</param>
public sealed record RoundVoters(ImmutableSortedDictionary<string, string> Last)
{
    public static RoundVoters None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>A result compared with the one before it, and who gave its scores remembered.</summary>
    /// <param name="before">Null for the first.</param>
    /// <param name="scores">All of the risk in this round.</param>
    public (RoundVoters After, RiskResult Result) Compare(
        ScoringRound round, string risk, RiskResult result, RiskResult? before, IReadOnlyList<RiskScore> scores)
    {
        var last = Last;
        var dimensions = result.Dimensions.Select(dimension =>
        {
            var key = $"{risk} {dimension.Dimension}{(round.OfResidual ? " residual" : "")}";
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

    private static string Mark(int round, string digest) =>
        string.Create(CultureInfo.InvariantCulture, $"{round} {digest}");

    private static string Digest(IEnumerable<RiskScore> scores, RiskDimension dimension)
    {
        var voters = scores
            .Where(score => score.Scores.TryGetValue(dimension, out var given) && given.Kind is ScoreKind.Scored)
            .Select(score => score.Member.Key.Value).Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', voters)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
