using System.Globalization;
using MeetingBot.Bench.Rounds;

namespace MeetingBot.Bench.Report;

/// <summary>The figures as Markdown.</summary>
internal static class Tables
{
    private static readonly CultureInfo Style = CultureInfo.InvariantCulture;

    public static string Head { get; } =
        """
        | subject | lines/s | p50 ms | p99 ms | CPU µs/line | RSS MB | ready ms | not 2xx | faults |
        |---|---|---|---|---|---|---|---|---|
        """;

    public static string Row(string name, Figures f) => string.Create(Style,
        $"| {name} | {f.LinesPerSecond:N0} | {f.P50:F2} | {f.P99:F2} | {f.CpuPerLine:F1} | {f.Resident:F0} | {f.StartUp:F0} | {f.Refused:F0} | {f.Faults:F0} |");

    public static string Ratio(string name, Figures figures, Figures floor) => string.Create(Style,
        $"| {name} / floor | {figures.LinesPerSecond / floor.LinesPerSecond:P0} | {figures.P50 / floor.P50:F1} × | {figures.P99 / floor.P99:F1} × | {figures.CpuPerLine / floor.CpuPerLine:F1} × | {figures.Resident / floor.Resident:F1} × | {figures.StartUp / floor.StartUp:F1} × | | |");

    public static string StoreCalls(double reads, double batches) => string.Create(Style,
        $"Store calls a line on Azurite: {reads:F2} reads, {batches:F2} batches (the turn's, and the one that takes the delivered reply out of the outbox).");

    public static string Of(Growth growth) => string.Create(Style,
        $"""
        | 1,000 lines from the | time ms | p50 µs |
        |---|---|---|
        | 100th | {growth.Early.Length.TotalMilliseconds:F0} | {growth.Early.P50.TotalMicroseconds:F0} |
        | 100,000th | {growth.Late.Length.TotalMilliseconds:F0} | {growth.Late.P50.TotalMicroseconds:F0} |
        | ratio | {growth.Late.Length / growth.Early.Length:F2} | {growth.Late.P50 / growth.Early.P50:F2} |
        """);
}
