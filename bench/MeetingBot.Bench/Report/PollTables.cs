using System.Globalization;
using MeetingBot.Bench.Rounds;

namespace MeetingBot.Bench.Report;

/// <summary>The figures of ballots as Markdown.</summary>
internal static class PollTables
{
    private static readonly CultureInfo Style = CultureInfo.InvariantCulture;

    private const string Columns =
        "ballots/s | p50 ms | p99 ms | CPU µs/ballot | card drawn/s | closest s | refused | last card true |\n|---|---|---|---|---|---|---|---|---|";

    public static string Stores(IEnumerable<(string Store, BallotFigures Figures)> runs) =>
        $"| ballots on | {Columns}\n{string.Join('\n', runs.Select(run => Row(run.Store, run.Figures)))}";

    /// <summary>Each beside the smallest.</summary>
    public static string Growth(IReadOnlyList<GrownPoll> polls)
    {
        var rows = polls.Select(poll => Row(poll.Ballots.ToString("N0", Style), poll.Figures));
        var ratios = polls.Skip(1).Select(poll => string.Create(Style,
            $"| {poll.Ballots:N0} / {polls[0].Ballots} | | {poll.Figures.P50 / polls[0].Figures.P50:F2} | {poll.Figures.P99 / polls[0].Figures.P99:F2} | {poll.Figures.Cpu / polls[0].Figures.Cpu:F2} | | | | |"));
        return $"| one after another, on a poll with | {Columns}\n{string.Join('\n', rows.Concat(ratios))}";
    }

    public static string Steps(IEnumerable<Step> steps) =>
        "| 10,000 ballots, 20 times | median ms | longest ms |\n|---|---|---|\n" + string.Join('\n', steps.Select(step => string.Create(Style,
            $"| {step.Name} | {step.Median.TotalMilliseconds:F2} | {step.Longest.TotalMilliseconds:F2} |")));

    private static string Row(string name, BallotFigures f) => string.Create(Style,
        $"| {name} | {f.PerSecond:N0} | {f.P50.TotalMilliseconds:F2} | {f.P99.TotalMilliseconds:F2} | {f.Cpu.TotalMicroseconds:F0} | {f.Draws:F2} | {f.Closest.TotalSeconds:F2} | {f.Refused} | {(f.Drawn ? "yes" : "NO")} |");
}
