namespace MeetingBot.Bench.Rounds;

/// <summary>What one run came to.</summary>
/// <param name="LinesPerSecond">Replies at the connector.</param>
/// <param name="P50">Time of a request, milliseconds.</param>
/// <param name="P99">Time of a request, milliseconds.</param>
/// <param name="CpuPerLine">Processor time of the bot, microseconds a line.</param>
/// <param name="Resident">Memory right after the load, MB.</param>
/// <param name="StartUp">Start of the process to ready, milliseconds.</param>
/// <param name="Refused">Requests that were not answered with success.</param>
/// <param name="Faults">Accepted lines without a reply, replies that came twice or to another conversation.</param>
/// <param name="Backlog">From the end of the load to the last reply, milliseconds.</param>
internal sealed record Figures(
    double LinesPerSecond, double P50, double P99, double CpuPerLine, double Resident, double StartUp, double Refused, double Faults, double Backlog)
{
    /// <summary>Each figure's median; the worst of what should never be.</summary>
    public static Figures Median(IReadOnlyCollection<Figures> runs) => new(
        Of(runs, run => run.LinesPerSecond), Of(runs, run => run.P50), Of(runs, run => run.P99), Of(runs, run => run.CpuPerLine),
        Of(runs, run => run.Resident), Of(runs, run => run.StartUp), runs.Max(run => run.Refused), runs.Max(run => run.Faults),
        Of(runs, run => run.Backlog));

    private static double Of(IReadOnlyCollection<Figures> runs, Func<Figures, double> figure)
    {
        var sorted = runs.Select(figure).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
