using System.Collections.Immutable;

namespace MeetingBot.Risks.Scoring;

/// <summary>Scores of many members for many risks, as a table of them.</summary>
/// <param name="Members">Everybody who may score, in order; whoever has a line is one of them.</param>
/// <param name="Risks">Ids of the risks, in order.</param>
public sealed record ScoreSheet(
    ImmutableArray<string> Members, ImmutableArray<string> Risks,
    ImmutableDictionary<(string Member, string Risk, RiskDimension Dimension), Score> Scores)
{
    /// <summary>What a member has said; null for no reply.</summary>
    public Score? this[string member, string risk, RiskDimension dimension] =>
        Scores.TryGetValue((member, risk, dimension), out var score) ? score : null;

    /// <summary>All that was said to one dimension of a risk, in the order of the members.</summary>
    public ImmutableArray<Score> Of(string risk, RiskDimension dimension) =>
        [.. Members.Select(member => this[member, risk, dimension]).OfType<Score>()];
}
