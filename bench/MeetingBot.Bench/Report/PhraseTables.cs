using System.Globalization;
using MeetingBot.Bench.Phrases;

namespace MeetingBot.Bench.Report;

/// <summary>The figures of time phrases as Markdown.</summary>
internal static class PhraseTables
{
    private static readonly CultureInfo Style = CultureInfo.InvariantCulture;

    public static string Speed(IEnumerable<PhraseFigures> runs) =>
        "| phrases, one thread | different ones | phrases/s | p50 µs | p99 µs |\n|---|---|---|---|---|\n" + string.Join('\n', runs.Select(run => string.Create(Style,
            $"| {run.Name} | {run.Phrases} | {run.PerSecond:N0} | {run.P50.TotalMicroseconds:F1} | {run.P99.TotalMicroseconds:F1} |")));

    public static string Start(IEnumerable<StartFigures> runs) =>
        "| in a new process | median ms |\n|---|---|\n" + string.Join('\n', runs.Select(run => string.Create(Style, $"| {run.Name} | {run.Time.TotalMilliseconds:F2} |")));
}
