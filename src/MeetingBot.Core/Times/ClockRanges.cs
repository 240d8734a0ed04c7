using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads from when until when something lasts: <c>15:50-16:30</c>, <c>3:50 PM 4:30 PM</c>, <c>9 am to 10 am</c>.
/// </summary>
public static partial class ClockRanges
{
    private const int Tail = 60;
    private const int HalfDay = 12 * 60;

    /// <summary>Takes a range off the start of the text, or else off its end.</summary>
    /// <returns>The text without it and how long it lasts, up to 12 hours; the text as it is and null when there is
    /// none.</returns>
    public static (string Text, Duration? Length) Take(string text)
    {
        var start = AtStart().Match(text.Length > Tail ? text[..Tail] : text);
        if (start.Success && Length(start) is { } first) return (text[start.Length..].TrimStart(), first);
        var cut = Math.Max(0, text.Length - Tail);
        var end = AtEnd().Match(text[cut..]);
        return end.Success && Length(end) is { } last
            ? (text[..(cut + end.Index)].TrimEnd(' ', ',', ':', '-', '–', '—', '('), last)
            : (text, null);
    }

    private static Duration? Length(Match match)
    {
        var (from, until) = (match.Groups["fm"].Value, match.Groups["um"].Value);
        // In "3:50-4:30 PM" the first is as the second says; in "11:30-12:30 PM" it is the other half of the day.
        var minutes = Minutes(match, "u", until) - Minutes(match, "f", from.Length > 0 ? from : until);
        if (minutes <= 0 && (from.Length == 0) != (until.Length == 0)) minutes += HalfDay;
        if (minutes <= 0 && from.Length == 0 && until.Length == 0 && Hour(match, "f") <= 12 && Hour(match, "u") <= 12)
            minutes += HalfDay;
        if (minutes <= 0) minutes += 2 * HalfDay;
        return minutes is > 0 and <= HalfDay ? Duration.FromMinutes(minutes) : null;
    }

    private static int Minutes(Match match, string side, string half)
    {
        var hour = Hour(match, side);
        var minute = match.Groups[side + "min"] is { Success: true } told
            ? int.Parse(told.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        if (half.Length > 0 && hour <= 12) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        return (hour * 60) + minute;
    }

    private static int Hour(Match match, string side) =>
        int.Parse(match.Groups[side + "h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Half = @"[ap](?:m\b|\.m\.)";

    // An hour alone is a time of day only where "am" or "pm" says so.
    private const string Range =
        @"(?:from\s+)?(?<fh>2[0-3]|[01]?[0-9])(?:(?::(?<fmin>[0-5][0-9]))(?:\s?(?<fm>" + Half + @"))?|\s?(?<fm>" + Half
            + @"))"
        + @"(?:\s{0,3}[-–—→]\s{0,3}|\s{1,3}(?:(?:to|until|till)\s{1,3})?)"
        + @"(?<uh>2[0-3]|[01]?[0-9])(?:(?::(?<umin>[0-5][0-9]))(?:\s?(?<um>" + Half + @"))?|\s?(?<um>" + Half + "))";

    [GeneratedRegex(@"^\s{0,3}[(\[]?" + Range + @"(?!\w|:[0-9])[)\]]?(?:\s{0,3}[-–—:,|]\s{0,3}|\s{1,3}|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"(?<=^|[\s(\[,])" + Range + @"[)\]]?\s{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
