using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>A line of an agenda whose lines tell when they start.</summary>
/// <param name="Line">Without the time.</param>
/// <param name="Length">Until the next line starts; null where that can't be told.</param>
/// <param name="Timed">It began with a time.</param>
internal sealed record StartedLine(string Line, Duration? Length, bool Timed);

/// <summary>Reads an agenda whose lines begin with the time at which each starts: <c>10:30 Coffee</c>.</summary>
internal static partial class StartTimes
{
    private const int LeastTimed = 2;
    private const int HalfDay = 12 * 60;
    private const int LatestOfClock = 6;

    /// <summary>The lines without their times; null where fewer than two begin with one, or they do not rise.</summary>
    public static IReadOnlyList<StartedLine>? Of(IReadOnlyList<string> lines)
    {
        var read = lines.Select(line => (Line: line, Start: At().Match(AgendaLines.Bare(line)))).ToList();
        if (read.Count(one => IsStart(one.Start, one.Line)) < LeastTimed) return null;

        var started = new List<(string Line, int? At)>();
        int? before = null;
        foreach (var (line, match) in read)
        {
            if (!IsStart(match, line))
            {
                started.Add((line, null));
                continue;
            }
            if (Minutes(match, before) is not { } at || at <= before) return null;
            started.Add((match.Groups["title"].Value, before = at));
        }
        return Lengths(started);
    }

    /// <summary>Whether the line begins with a time.</summary>
    public static bool IsStart(string line) => IsStart(At().Match(AgendaLines.Bare(line)), line);

    private static List<StartedLine> Lengths(List<(string Line, int? At)> started)
    {
        var lines = started.Select((line, index) =>
        {
            var until = index + 1 < started.Count ? started[index + 1].At : null;
            Duration? length = until - line.At is { } minutes and > 0 and <= HalfDay ? Duration.FromMinutes(minutes) : null;
            return new StartedLine(line.Line, length, line.At is not null);
        }).ToList();
        // "17:00 End" is when the last is over.
        if (lines[^1].Timed && lines.Count > LeastTimed && Endings.Contains(lines[^1].Line.TrimEnd('.', ' ')))
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    // A range has its own length; "2.50 paid" is an amount.
    private static bool IsStart(Match match, string line) => match.Success
        && ClockRanges.Take(AgendaLines.Bare(line)).Length is null
        && (match.Groups["sep"].Value != "." || Hour(match) is >= 7 and <= 22);

    private static int? Minutes(Match match, int? before)
    {
        var half = match.Groups["half"].Value;
        var hour = half.Length > 0 ? (Hour(match) % 12) + (half[0] is 'p' or 'P' ? 12 : 0) : Hour(match);
        var at = (hour * 60) + (match.Groups["min"] is { Success: true } told
            ? int.Parse(told.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0);
        // Behind "12:30" comes "1:30" of the afternoon.
        return half.Length == 0 && at <= before && hour <= LatestOfClock ? at + HalfDay : at;
    }

    private static int Hour(Match match) =>
        int.Parse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly FrozenSet<string> Endings = new[]
    {
        "end", "the end", "ends", "finish", "close", "adjourn", "end of meeting", "end of the meeting", "end of day",
        "end of session", "end of the day", "ende", "schluss", "fin",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[(\[]?(?:(?:at|from|um|à)\s)?(?<h>2[0-3]|[01]?[0-9])(?:(?<sep>[:.h])(?<min>[0-5][0-9])(?![0-9.])(?:\s?(?<half>[ap])\.?m\b\.?|\s?(?:h|uhr)\b)?|\s?(?<half>[ap])\.?m\b\.?|\s?uhr\b)[)\]]?(?:\s{0,3}[-–—:|,→]\s{0,3}|\s{1,9})(?<title>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At();
}
