using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads lengths of time as people type them: <c>15m</c>, <c>90 min</c>, <c>1h 30m</c>, <c>1h30</c>, <c>1:30</c>,
/// <c>1.5 hours</c>, <c>1 hour 15</c>.
/// </summary>
public static partial class Lengths
{
    /// <summary>
    /// The length that the whole text tells, or null. A bare number is no length, nor is no time at all.
    /// </summary>
    public static Duration? Parse(string text) => Amount(text) is { } length && length > Duration.Zero ? length : null;

    /// <summary>The length that the whole text tells, which may be none (<c>0m</c>); null for other text.</summary>
    public static Duration? Amount(string text)
    {
        var match = Whole().Match(text);
        if (match.Success) return Read(match);
        var typed = text.Trim();
        return LengthWords.Last(typed) is { Start: 0, Length: var told } ? told : null;
    }

    /// <summary>Takes a length off the end of the text, with brackets around it if there are.</summary>
    /// <returns>The text before it and the length; the text as it is and null when it ends otherwise.</returns>
    public static (string Text, Duration? Length) TakeLast(string text)
    {
        var tail = text.Length > 40 ? text[^40..] : text;
        var match = AtEnd().Match(tail);
        if (match.Success && Read(match) is { } length && length > Duration.Zero)
            return (Before(text, text.Length - tail.Length + match.Index), length);
        return !match.Success && LengthWords.Last(text) is var (start, told)
            ? (Before(text, start), told)
            : (text, null);
    }

    /// <summary>Takes a length off the start of a text that goes on, of up to 12 hours.</summary>
    /// <returns>The text behind it and the length; the text as it is and null when it begins otherwise.</returns>
    public static (string Text, Duration? Length) TakeFirst(string text)
    {
        var match = AtStart().Match(text.Length > 40 ? text[..40] : text);
        return match.Success && Read(match) is { } length && length > Duration.Zero && length <= Duration.FromHours(12)
            ? (text[match.Length..], length)
            : (text, null);
    }

    /// <summary>
    /// What is written at the end like a length and is none: <c>0m</c>, <c>-5m</c>, <c>5000000m</c>; or null.
    /// </summary>
    public static string? NoneLast(string text) =>
        NoneAtEnd().Match(text.Length > 40 ? text[^40..] : text) is { Success: true } none
            ? none.Groups["none"].Value
            : null;

    private static string Before(string text, int index) => text[..index].TrimEnd(' ', ',', '-', '–', '(', '[', '~');

    private static Duration? Read(Match match)
    {
        var total = (Number(match.Groups["h"]) * 60) + Number(match.Groups["m"]);
        return total < 100_000 ? Duration.FromMinutes(total) : null;
    }

    private static double Number(System.Text.RegularExpressions.Group group) => group.Success
        && double.TryParse(
            group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number : 0;

    private const string Length =
        @"(?:(?<h>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?(?:h|hrs?|hours?|std|stunden?|heures?)(?:\s?(?:and\s)?(?<m>[0-9]{1,3})\s?(?:m|mins?|minutes?|'|′)?)?|(?<m>[0-9]{1,4})\s?(?:m|mn|mins?|minutes?|minuten|'|′))";

    [GeneratedRegex(@"^\s*\(?(?:" + Length + @"|(?<h>[0-9]{1,2}):(?<m>[0-5][0-9])\s?h?)\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    // "30 minute talks" and "8 hour shifts" are titles.
    [GeneratedRegex(@"^[(\[]?(?:(?<h>[0-9]{1,2})h(?:\s?(?<m>[0-9]{1,2})(?:\s?m(?:in)?)?)?|(?<m>[0-9]{1,3})(?:m|\s?mins?|'))[)\]]?(?:\s{0,3}[-–—:,;|]\s{0,3}|\s{1,9})(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();

    // "1:30" is a length only where it can hardly be a time of day: "Lunch at 1:30", "Lunch 12:30", "1:00 - 1:30".
    private const string Clock = @"(?<!\b(?:at|by|from|until|till|to|before|after|around|about|since)\s)(?<![0-9]\s?[-–]\s?)(?<h>[0-4]):(?<m>[0-5][0-9])";

    [GeneratedRegex(@"(?<=^|[\s(\[,~])(?:for\s)?(?:(?:about|ca\.?|approx\.?|circa|up\sto)\s)?(?:" + Length + @"(?:(?<=n)\.)?|" + Clock + @")[)\]]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"(?<=^|[\s(\[,])(?<none>[-−–]?[0-9]{1,20}(?:[.,][0-9]{1,9})?\s?(?:h|hrs?|hours?|m|mins?|minutes?))[)\]]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoneAtEnd();
}
