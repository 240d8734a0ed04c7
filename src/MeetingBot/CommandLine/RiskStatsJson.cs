using MeetingBot.Risks.Statistics;

namespace MeetingBot.Program.CommandLine;

/// <summary>
/// The figures as JSON: <c>{risks: [{id, likelihood: {…}, impact: {…}, level}], alpha: {likelihood, impact}, kendallW:
/// {likelihood: {w, raters, risks}, impact: {…}}}</c>. Numbers are not rounded; what is not defined is null.
/// </summary>
internal static class RiskStatsJson
{
    public static string Write(RiskStatistics statistics) => JsonLine.Of(
        new
        {
            risks = statistics.Risks.Select(risk => new
            {
                id = risk.Id,
                likelihood = Summary(risk.Likelihood),
                impact = Summary(risk.Impact),
                level = risk.Level,
            }),
            alpha = new { likelihood = statistics.Likelihood.Alpha, impact = statistics.Impact.Alpha },
            kendallW = new
            {
                likelihood = Concordance(statistics.Likelihood.Concordance),
                impact = Concordance(statistics.Impact.Concordance),
            },
        });

    private static object Summary(ScoreSummary summary) => new
    {
        eligible = summary.Eligible,
        scored = summary.Scored,
        dontKnow = summary.DontKnow,
        abstained = summary.Abstained,
        mean = summary.Scores.Mean,
        sd = summary.Scores.Deviation,
        median = summary.Scores.Median,
        highMedian = summary.Scores.HighMedian,
        iqr = summary.Scores.InterquartileRange,
        range = summary.Scores.Range,
        consensus = summary.Consensus,
        coverage = summary.Coverage,
        @class = summary.Agreement.Code(),
    };

    private static object Concordance(KendallW concordance) => new
    {
        w = concordance.W, raters = concordance.Raters, risks = concordance.Rows,
    };
}
