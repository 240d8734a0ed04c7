using System.Collections.Immutable;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Statistics;

/// <summary>
/// Eight members and five risks, whose figures were reckoned elsewhere: <c>?</c> don't know, <c>-</c> abstain, <c>.</c>
/// no reply.
/// </summary>
internal static class WorkedTable
{
    private static readonly (string Risk, string Likelihood, string Impact)[] Rows =
    [
        ("TR-1", "3 3 2 3 2 3 ? 3", "2 2 3 2 2 2 2 3"),
        ("TR-2", "2 4 2 5 2 4 2 4", "4 4 4 5 4 4 4 4"),
        ("TR-3", "1 1 2 1 1 2 1 .", "5 5 4 5 5 4 5 ."),
        ("TR-4", "4 3 4 4 3 4 4 3", "3 3 4 3 3 3 3 4"),
        ("TR-5", "? ? 3 ? - 4 ? .", "3 4 3 - ? 3 4 ."),
    ];

    public static ScoreSheet Sheet { get; } = new(
        [.. Enumerable.Range(1, 8).Select(member => $"M{member}")], [.. Rows.Select(row => row.Risk)],
        Rows.SelectMany(row => Of(row.Risk, RiskDimension.Likelihood, row.Likelihood).Concat(Of(row.Risk, RiskDimension.Impact, row.Impact)))
            .ToImmutableDictionary(score => score.Key, score => score.Value));

    private static IEnumerable<KeyValuePair<(string, string, RiskDimension), Score>> Of(string risk, RiskDimension dimension, string scores) =>
        scores.Split(' ').Select((score, place) => (score, place)).Where(given => given.score != ".").Select(given => KeyValuePair.Create(
            ($"M{given.place + 1}", risk, dimension),
            given.score switch { "?" => Score.DontKnow, "-" => Score.Abstained, var value => Score.Of(value[0] - '0') }));
}
