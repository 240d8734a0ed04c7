namespace MeetingBot.Risks.Scoring;

/// <summary>What a member has said of one dimension of a risk; no reply is no score.</summary>
/// <param name="Value">On the scale; of no meaning for what is not scored.</param>
public readonly record struct Score(ScoreKind Kind, int Value = 0)
{
    public static Score Of(int value) => new(ScoreKind.Scored, value);

    /// <summary>Never turned into a middle or low value.</summary>
    public static Score DontKnow { get; } = new(ScoreKind.DontKnow);

    /// <summary>A conflict of interest, or outside one's competence: it leaves the denominator.</summary>
    public static Score Abstained { get; } = new(ScoreKind.Abstained);
}

/// <summary>Whether a score is one.</summary>
public enum ScoreKind { Scored, DontKnow, Abstained }

/// <summary>What of a risk is scored.</summary>
public enum RiskDimension
{
    Likelihood,

    /// <summary>Where it is scored as one.</summary>
    Impact,

    /// <summary>Where it is scored for each need: the greatest of the three is the risk's.</summary>
    Confidentiality,
    Integrity,
    Availability,
}
