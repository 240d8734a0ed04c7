using System.Text.RegularExpressions;

namespace MeetingBot.Times;

/// <summary>
/// Tells a time of day from the day it stands beside: <c>Friday 11th at 16.00 CET</c>, <c>noon on Monday</c>.
/// </summary>
internal static partial class DayTimes
{
    /// <summary>
    /// The words without a time of day at their end or start, and the time; null where there is none.
    /// </summary>
    public static (string Day, string Time)? Cut(string words)
    {
        if (AtEnd().Match(words) is { Success: true } last)
            return (words[..last.Index].TrimEnd(' ', ','), last.Groups["time"].Value);
        return AtStart().Match(words) is { Success: true } first
            ? (words[first.Length..], first.Groups["time"].Value)
            : null;
    }

    private const string Half = @"\s?[ap]\.?m\b\.?";

    // An hour alone is one only behind "at", or with what makes it one.
    private const string Clock =
        @"(?:(?:2[0-3]|[01]?[0-9])[:.h][0-5][0-9](?:" + Half + @"|\s?(?:h|hrs|hours|uhr)\b)?|(?:1[0-2]|0?[1-9])" + Half
            + @"|(?:2[0-3]|[01]?[0-9])\s?(?:h|uhr|o['’]clock|heures)\b)";

    private const string Zone = @"(?:\s(?:utc|gmt|[a-z]{1,4}t|[a-z]{2,20}\stime|[a-z]{3,20}/[a-z_]{3,30}))?";

    private const string Part =
        @"(?:(?:the\s)?(?:early\s|late\s)?(?:morning|afternoon|evening)|night|noon|midday|midnight|lunch\s?time|lunch|am|pm|cob|eob|eod"
            + @"|close\sof\s(?:business|play)|(?:the\s)?end\sof\s(?:the\s)?(?:business\s)?day|mittag|abend|vormittag|nachmittag|midi|matin|soir)";

    [GeneratedRegex(@"(?:^|[\s,]{1,3})(?:(?:at|@|um|à|vers|around|about|in|by)\s)?(?<time>" + Clock + Zone + "|" + Part + @"|(?<=\b(?:at|um|à)\s)(?:2[0-3]|1?[0-9]))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^(?:at\s)?(?<time>" + Clock + Zone + "|" + Part + @")(?:,?\s(?:(?:on|of|am|le)\s)?)(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();
}
