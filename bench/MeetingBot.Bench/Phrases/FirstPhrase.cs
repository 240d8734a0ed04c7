using System.Diagnostics;
using System.Globalization;
using MeetingBot.Bench.Bots;
using MeetingBot.Bench.Rounds;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Bench.Phrases;

/// <summary>
/// What the reader costs who starts it: its first phrases in processes that have read none, and the whole of the
/// program's <c>when</c> beside a verb of it that reads nothing.
/// </summary>
internal static class FirstPhrase
{
    private const int Processes = 7;

    /// <summary>The verb of this program under which it is such a process.</summary>
    public const string Verb = "first-phrase";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 28, 12, 0);

    /// <summary>Prints how long it took to get the zone, to read a phrase, the same again, and another; microseconds.</summary>
    public static int Run()
    {
        var clock = Stopwatch.GetTimestamp();
        var zone = ZoneRules.Of(ZoneRules.Canonical("Europe/Zurich")!);
        var zoned = Lap(ref clock);
        TimePhrases.Read("Friday 11th at 16:00 CET", Now, zone);
        var first = Lap(ref clock);
        TimePhrases.Read("Friday 11th at 16:00 CET", Now, zone);
        var again = Lap(ref clock);
        TimePhrases.Read("zwischen 14 und 16 Uhr am 8. Dezember", Now, zone);
        var other = Lap(ref clock);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{zoned} {first} {again} {other}"));
        return 0;
    }

    /// <summary>The medians over some processes.</summary>
    public static List<StartFigures> Measure(Options options)
    {
        var laps = Enumerable.Range(0, Processes)
            .Select(_ => Output(Programs.Self([Verb])).Split(' ').Select(lap => long.Parse(lap, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var program = Subject.Bot(options).Program;
        return
        [
            new("the zone's rules", Lapse(0)), new("the first phrase", Lapse(1)), new("the same again", Lapse(2)),
            new("the first phrase of another language", Lapse(3)),
            new("`MeetingBot when \"Friday 11th at 16:00 CET\"`, the process", Whole("when", "Friday 11th at 16:00 CET")),
            new("`MeetingBot --help`, the process", Whole("--help")),
        ];

        TimeSpan Lapse(int lap) => TimeSpan.FromMicroseconds(laps.Select(process => process[lap]).Order().ElementAt(Processes / 2));

        TimeSpan Whole(params string[] arguments) => Enumerable.Range(0, Processes).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            Output(new ProcessStartInfo(program, arguments));
            return clock.Elapsed;
        }).Order().ElementAt(Processes / 2);
    }

    private static string Output(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.");
    }

    private static long Lap(ref long clock)
    {
        var (before, now) = (clock, Stopwatch.GetTimestamp());
        clock = now;
        return (long)Stopwatch.GetElapsedTime(before, now).TotalMicroseconds;
    }
}

/// <summary>How long something at the start takes.</summary>
internal sealed record StartFigures(string Name, TimeSpan Time);
