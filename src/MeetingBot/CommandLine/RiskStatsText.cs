using System.Globalization;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Program.CommandLine;

/// <summary>The figures in words, a risk in three lines.</summary>
internal static class RiskStatsText
{
    public static string Write(RiskStatistics statistics)
    {
        var lines = new List<string>();
        foreach (var risk in statistics.Risks)
        {
            var range = risk.LowLevel == risk.Level ? "" : $" ({risk.LowLevel} by the lower medians)";
            lines.Add($"{risk.Id}: {risk.Level ?? "not ranked"}{range}");
            lines.Add("  likelihood " + Summary(risk.Likelihood));
            lines.Add("  impact     " + Summary(risk.Impact));
        }
        lines.Add("Krippendorff's alpha (ordinal): likelihood " + Number(statistics.Likelihood.Alpha) + ", impact "
            + Number(statistics.Impact.Alpha));
        lines.Add("Kendall's W: likelihood " + Concordance(statistics.Likelihood.Concordance) + ", impact "
            + Concordance(statistics.Impact.Concordance));
        return string.Join('\n', lines);
    }

    private static string Summary(ScoreSummary summary)
    {
        var scores = summary.Scores;
        if (scores.IsEmpty) return $"{summary.Agreement.Code()}, no score of {summary.Eligible}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{scores.HighMedian} {summary.Agreement.Code()}, {scores.Sorted[0]} to {scores.Sorted[^1]}, mean ")
            + $"{Number(scores.Mean)}, sd {Number(scores.Deviation)}, consensus {Number(summary.Consensus)}, "
            + $"{summary.Scored} of {summary.Eligible} scored"
            + (summary.DontKnow > 0 ? $", {summary.DontKnow} don't know" : "")
            + (summary.Abstained > 0 ? $", {summary.Abstained} abstained" : "");
    }

    private static string Concordance(KendallW concordance) =>
        $"{Number(concordance.W)} ({concordance.Raters} members, {concordance.Rows} risks)";

    private static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "n/a";
}
