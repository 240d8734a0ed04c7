using System.Globalization;
using MeetingBot.Bench.Rounds;

namespace MeetingBot.Bench.Slack;

/// <summary>The figures of Slack as Markdown.</summary>
internal static class SlackTables
{
    private static readonly CultureInfo Style = CultureInfo.InvariantCulture;

    /// <summary>Each of them, then what stores beside each of those that do not.</summary>
    public static string Commands(IReadOnlyList<(SlackSubject Subject, Figures Figures)> runs)
    {
        var ratios = from own in runs
                     where own.Subject.Stores
                     from echo in runs
                     where !echo.Subject.Stores
                     select Ratio(own, echo);
        return "| subject | commands/s | p50 ms | p99 ms | CPU µs/command | RSS MB | ready ms | backlog s | not 2xx | faults |\n|---|---|---|---|---|---|---|---|---|---|\n"
            + string.Join('\n', runs.Select(run => Row(run.Subject, run.Figures)).Concat(ratios));
    }

    public static string Row(SlackSubject subject, Figures f) => string.Create(Style,
        $"| {subject.Name} | {f.LinesPerSecond:N0} | {f.P50:F2} | {f.P99:F2} | {f.CpuPerLine:F1} | {f.Resident:F0} | {f.StartUp:F0} | {f.Backlog / 1000:F1} | {f.Refused:F0} | {f.Faults:F0} |");

    public static string Of(SlackVotes votes) => string.Create(Style,
        $"""
        | {votes.Voters:N0} votes in one channel | |
        |---|---|
        | all receipts, s | {votes.Length.TotalSeconds:F2} |
        | votes/s | {votes.Voters / votes.Length.TotalSeconds:N0} |
        | p50 ms; p99 ms | {votes.P50.TotalMilliseconds:F2}; {votes.P99.TotalMilliseconds:F2} |
        | edits of the card | {votes.Edits} |
        | closest of two, s | {votes.Closest.TotalSeconds:F2} |
        | refused; receipts missing | {votes.Refused}; {votes.Voters - votes.Receipts} |
        | last card has every vote | {(votes.Drawn ? "yes" : "NO")} |
        """);

    private static string Ratio((SlackSubject Subject, Figures Figures) own, (SlackSubject Subject, Figures Figures) echo)
    {
        var (f, e) = (own.Figures, echo.Figures);
        return string.Create(Style,
            $"| MeetingBot / {echo.Subject.Name} | {f.LinesPerSecond / e.LinesPerSecond:P0} | {f.P50 / e.P50:F1} × | {f.P99 / e.P99:F1} × | {f.CpuPerLine / e.CpuPerLine:F1} × | {f.Resident / e.Resident:F1} × | {f.StartUp / e.StartUp:F1} × | | | |");
    }
}
