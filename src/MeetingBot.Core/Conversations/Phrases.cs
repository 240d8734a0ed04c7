using System.Globalization;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Small pieces of the sentences that people are answered with.</summary>
public static class Phrases
{
    /// <summary>The text on one line, at most so many characters; what is left out is marked.</summary>
    public static string Shorten(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= most) return line;
        var end = most - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return string.Concat(line.AsSpan(0, end).TrimEnd(), "…");
    }

    /// <summary>Whether two texts say the same: case, spaces and a full stop at the end make no difference.</summary>
    public static bool SameWords(string a, string b) =>
        string.Equals(Words(a), Words(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with single spaces and without full stops at its end.</summary>
    public static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');

    /// <summary>
    /// <c>45 s</c>, <c>1 min 30 s</c>, <c>15 min</c>, and from an hour on <c>1 h</c>, <c>1 h 20 min</c>.
    /// </summary>
    public static string Length(Duration length)
    {
        var seconds = (long)Math.Round(Math.Abs(length.TotalSeconds));
        var (minutes, rest) = Math.DivRem(seconds, 60);
        return (minutes, rest) switch
        {
            (0, _) => Invariant($"{rest} s"),
            ( < 5, > 0) => Invariant($"{minutes} min {rest} s"),
            _ => Minutes((long)Math.Round(seconds / 60.0)),
        };
    }

    private static string Minutes(long minutes) => Math.DivRem(minutes, 60) switch
    {
        _ when minutes < 60 => Invariant($"{minutes} min"),
        (var hours, 0) => Invariant($"{hours} h"),
        var (hours, rest) => Invariant($"{hours} h {rest} min"),
    };

    /// <summary><c>1 item</c>, <c>2 items</c>.</summary>
    public static string Count(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary><c>A</c>, <c>A and B</c>, <c>A, B and C</c>.</summary>
    public static string Join(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    /// <summary>As many as fit in so many characters, and how many there are besides: <c>A, B … and 7 more</c>.</summary>
    public static string Some(IReadOnlyList<string> parts, string separator, int most)
    {
        var (fitting, length) = (0, 0);
        while (fitting < parts.Count && (length += parts[fitting].Length + separator.Length) <= most) fitting++;
        var said = string.Join(separator, parts.Take(fitting));
        return fitting == parts.Count ? said : Invariant($"{said} … and {parts.Count - fitting} more").TrimStart();
    }

    /// <summary><c>14:03</c> in the given zone.</summary>
    public static string Time(Instant at, DateTimeZone zone) =>
        at.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>Friday 27 June 2025</c>.</summary>
    public static string Day(LocalDate day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>Fri 27 June</c>, with its year when that is not this one: <c>Sun 3 May 2026</c>.</summary>
    public static string Day(LocalDate day, LocalDate today) =>
        day.ToString(day.Year == today.Year ? "ddd d MMMM" : "ddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
