using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Statistics;

/// <summary>What the scores of one dimension of one risk come to. No single score can be read from it.</summary>
/// <param name="Eligible">Members who could answer.</param>
public sealed record ScoreSummary(Distribution Scores, int Eligible, int DontKnow, int Abstained, Scale Scale)
{
    /// <summary>Scores that are counted and not shown.</summary>
    public int Hidden { get; init; }

    public int Scored => Scores.Count + Hidden;

    /// <summary>Eligible members who are not there.</summary>
    public int NoReply => Eligible - Scored - DontKnow - Abstained;

    /// <summary>Whoever answered, whatever they answered; null without eligible members.</summary>
    public double? Participation => Eligible == 0 ? null : (double)(Scored + DontKnow + Abstained) / Eligible;

    /// <summary>Scores among those who did not abstain; null where all did.</summary>
    public double? Coverage => Eligible == Abstained ? null : (double)Scored / (Eligible - Abstained);

    /// <summary>Among those who did not abstain; null where all did.</summary>
    public double? DontKnowRate => Eligible == Abstained ? null : (double)DontKnow / (Eligible - Abstained);

    public double? Consensus => Scores.Consensus(Scale);

    public Agreement Agreement => AgreementRule.Of(Scores, Scale, Coverage, DontKnowRate);

    /// <summary>The group's value: the high median, where the scores give one.</summary>
    public int? Value => Agreement.IsFinal() ? Scores.HighMedian : null;

    /// <param name="eligible">Members who could answer; at least as many as answers.</param>
    public static ScoreSummary Of(IReadOnlyCollection<Score> scores, int eligible, Scale scale) => new(
        new Distribution(scores.Where(score => score.Kind is ScoreKind.Scored).Select(score => score.Value)),
        eligible,
        scores.Count(score => score.Kind is ScoreKind.DontKnow),
        scores.Count(score => score.Kind is ScoreKind.Abstained),
        scale);
}
