using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Statistics;

/// <summary>How far the scores of one dimension of one risk agree, or why they decide nothing.</summary>
public enum Agreement
{
    Agreed,
    Discuss,
    Split,

    /// <summary>A third or more of those who could know do not.</summary>
    KnowledgeGap,

    /// <summary>Under three scores, or under half of those who could have scored.</summary>
    Insufficient,
}

/// <summary>The rule of agreement.</summary>
public static class AgreementRule
{
    private const int FewestScores = 3;
    private const double LeastCoverage = 0.5;
    private const double MostDontKnow = 1.0 / 3;
    private const double AgreedFrom = 0.8;
    private const double DiscussFrom = 0.6;

    /// <summary>Comparisons allow for rounding of the last digits.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>As the report and the command line write it.</summary>
    public static string Code(this Agreement agreement) => agreement switch
    {
        Agreement.Agreed => "AGREED",
        Agreement.Discuss => "DISCUSS",
        Agreement.Split => "SPLIT",
        Agreement.KnowledgeGap => "KNOWLEDGE_GAP",
        _ => "INSUFFICIENT",
    };

    /// <summary>Whether the scores give a value.</summary>
    public static bool IsFinal(this Agreement agreement) =>
        agreement is Agreement.Agreed or Agreement.Discuss or Agreement.Split;

    /// <summary>
    /// The class. Scores one apart agree whatever the scale; else it is their consensus, at least 0.8 to agree and 0.6
    /// to be discussed.
    /// </summary>
    /// <param name="coverage">Scores among those who could have scored; null where nobody could.</param>
    /// <param name="dontKnowRate">Of the same; null where nobody could.</param>
    public static Agreement Of(Distribution scores, Scale scale, double? coverage, double? dontKnowRate)
    {
        if (dontKnowRate >= MostDontKnow - Tolerance) return Agreement.KnowledgeGap;
        if (scores.Count < FewestScores || !(coverage >= LeastCoverage - Tolerance)) return Agreement.Insufficient;
        if (scores.Range <= 1) return Agreement.Agreed;
        var consensus = scores.Consensus(scale)!.Value;
        return consensus >= AgreedFrom - Tolerance ? Agreement.Agreed
            : consensus >= DiscussFrom - Tolerance ? Agreement.Discuss
            : Agreement.Split;
    }
}
