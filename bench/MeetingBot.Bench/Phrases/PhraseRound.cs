using System.Diagnostics;
using MeetingBot.Bench.Load;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Bench.Phrases;

/// <summary>How fast phrases are read, in process and on one thread, by language; and the worst that can be typed.</summary>
internal static class PhraseRound
{
    private const int Huge = 1 << 20;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HostileLength = TimeSpan.FromMilliseconds(100);

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 28, 12, 0);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    public static List<PhraseFigures> Run()
    {
        IReadOnlyList<string> all = [.. SpokenTimes.English, .. SpokenTimes.French, .. SpokenTimes.German];
        Measure("", all, WarmUp);
        return
        [
            Measure("English", SpokenTimes.English, Length),
            Measure("French", SpokenTimes.French, Length),
            Measure("German", SpokenTimes.German, Length),
            Measure("all", all, Length),
            Worst(),
            Measure("1 MiB of digits", [new string('1', Huge)], HostileLength),
        ];
    }

    private static PhraseFigures Worst()
    {
        var worst = SpokenTimes.Hostile
            .Select(piece => (Piece: piece, Text: string.Concat(Enumerable.Repeat(piece, TimePhrases.MaxLength / piece.Length))))
            .Select(text => (text.Piece, Figures: Measure("", [text.Text], HostileLength)))
            .MaxBy(text => text.Figures.P50);
        return worst.Figures with
        {
            Name = $"the worst of {SpokenTimes.Hostile.Count} texts of {TimePhrases.MaxLength} characters, \"{worst.Piece.Trim()}\" over and over",
            Phrases = SpokenTimes.Hostile.Count,
        };
    }

    private static PhraseFigures Measure(string name, IReadOnlyList<string> phrases, TimeSpan length)
    {
        var (latency, read, clock) = (new LatencyHistogram(), 0L, Stopwatch.StartNew());
        while (clock.Elapsed < length)
        {
            foreach (var phrase in phrases)
            {
                var started = Stopwatch.GetTimestamp();
                GC.KeepAlive(TimePhrases.Read(phrase, Now, Zone));
                latency.Add(Stopwatch.GetElapsedTime(started));
                read++;
            }
        }
        return new PhraseFigures(name, phrases.Count, read / clock.Elapsed.TotalSeconds, latency.At(0.5), latency.At(0.99));
    }
}

/// <summary>How fast some phrases were read.</summary>
/// <param name="Phrases">How many different ones.</param>
internal sealed record PhraseFigures(string Name, int Phrases, double PerSecond, TimeSpan P50, TimeSpan P99);
