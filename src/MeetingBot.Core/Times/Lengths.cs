using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>Reads lengths of time as people type them: <c>15m</c>, <c>90 min</c>, <c>1h 30m</c>, <c>1h30</c>, <c>1.5 hours</c>.</summary>
public static partial class Lengths
{
    /// <summary>The length that the whole text tells, or null. A bare number is no length.</summary>
    public static Duration? Parse(string text)
    {
        var match = Whole().Match(text);
        return match.Success ? Read(match) : null;
    }

    /// <summary>Takes a length off the end of the text, with brackets around it if there are.</summary>
    /// <returns>The text before it and the length; the text as it is and null when it ends otherwise.</returns>
    public static (string Text, Duration? Length) TakeLast(string text)
    {
        var tail = text.Length > 40 ? text[^40..] : text;
        var match = AtEnd().Match(tail);
        if (!match.Success || Read(match) is not { } length) return (text, null);
        return (text[..(text.Length - tail.Length + match.Index)].TrimEnd(' ', ',', '-', '–', '('), length);
    }

    private static Duration? Read(Match match)
    {
        var hours = Number(match.Groups["h"]);
        var minutes = Number(match.Groups["m"]);
        var total = (hours * 60) + minutes;
        return total is > 0 and < 100_000 ? Duration.FromMinutes(total) : null;
    }

    private static double Number(System.Text.RegularExpressions.Group group) => group.Success
        && double.TryParse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number : 0;

    private const string Length =
        @"(?:(?<h>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:h|hrs?|hours?)(?:\s?(?:and\s)?(?<m>\d{1,3})\s?(?:m|mins?|minutes?|')?)?|(?<m>\d{1,4})\s?(?:m|mins?|minutes?|'))";

    [GeneratedRegex(@"^\s*\(?" + Length + @"\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<=^|[\s(\[,])" + Length + @"[)\]]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
