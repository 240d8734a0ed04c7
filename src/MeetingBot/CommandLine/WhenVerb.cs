using System.CommandLine;
using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Program.CommandLine;

/// <summary><c>when --zone … --now … "Friday 11th at 16:00 CET"</c>: what words about time mean.</summary>
internal static class WhenVerb
{
    public static Command Make()
    {
        var zone = new Option<string>("--zone")
        {
            Description = "IANA zone of who says it", DefaultValueFactory = _ => "Europe/Zurich",
        };
        var now = new Option<string?>("--now")
        {
            Description = "When it is said, with its distance to UTC: 2025-06-27T15:00:00+02:00 (default: now)",
        };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var words = new Argument<string[]>("words")
        {
            Description = "The words; without them one phrase a line is read from standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var when = new Command("when", "Tells what words about time mean.") { zone, now, format, words };
        when.SetAction(parsed =>
        {
            if (Reference(parsed.GetValue(zone)!, parsed.GetValue(now)) is not var (at, where)) return 2;
            var json = parsed.GetValue(format) == "json";
            foreach (var text in Phrases(parsed.GetValue(words) ?? []))
            {
                var reading = TimePhrases.Read(text, at, where);
                Console.WriteLine(json ? WhenJson.Write(reading) : WhenText.Write(reading, at));
            }
            return 0;
        });
        return when;
    }

    private static (Instant Now, DateTimeZone Zone)? Reference(string zone, string? now)
    {
        if (ZoneRules.Canonical(zone) is not { } id)
        {
            Console.Error.WriteLine($"'{zone}' is no IANA time zone; for example Europe/Zurich.");
            return null;
        }
        if (now is null) return (SystemClock.Instance.GetCurrentInstant(), ZoneRules.Of(id));
        if (OffsetDateTimePattern.ExtendedIso.Parse(now) is { Success: true, Value: var told })
            return (told.ToInstant(), ZoneRules.Of(id));
        Console.Error.WriteLine(
            $"'{now}' is no instant; write it with its distance to UTC, for example 2025-06-27T15:00:00+02:00.");
        return null;
    }

    private static IEnumerable<string> Phrases(string[] words)
    {
        if (words.Length > 0)
        {
            yield return string.Join(' ', words);
            yield break;
        }
        while (Console.In.ReadLine() is { } line) yield return line;
    }
}
