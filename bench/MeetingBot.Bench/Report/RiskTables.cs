using System.Globalization;
using MeetingBot.Bench.Rounds;

namespace MeetingBot.Bench.Report;

/// <summary>The figures of a risk report as Markdown.</summary>
internal static class RiskTables
{
    public static string Steps(IEnumerable<Step> steps) =>
        "| 75 risks, 300 members | median ms | longest ms |\n|---|---|---|\n" + string.Join('\n', steps.Select(step => string.Create(CultureInfo.InvariantCulture,
            $"| {step.Name} | {step.Median.TotalMilliseconds:F2} | {step.Longest.TotalMilliseconds:F2} |")));
}
