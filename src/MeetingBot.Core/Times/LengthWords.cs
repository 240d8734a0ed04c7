using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads lengths of time in words: <c>half an hour</c>, <c>three quarters of an hour</c>, <c>one and a half hours</c>,
/// <c>ten minutes</c>.
/// </summary>
internal static partial class LengthWords
{
    private const int Most = 50;

    /// <summary>The length at the end of the text and where its words begin; null where none stands there.</summary>
    public static (int Start, Duration Length)? Last(string text)
    {
        var cut = Math.Max(0, text.Length - Most);
        var match = AtEnd().Match(text[cut..]);
        return match.Success ? (cut + match.Index, Duration.FromMinutes(Minutes(match))) : null;
    }

    private static double Minutes(Match match)
    {
        if (match.Groups["part"] is { Success: true } part) return Part(part.Value);
        var count = Count(match.Groups["n"].Value);
        var more = match.Groups["more"] is { Success: true } and var told ? Part(told.Value) / 60 : 0;
        return match.Groups["min"].Success ? count : (count + more) * 60;
    }

    private static double Part(string words) => words.ToLowerInvariant() switch
    {
        ['3' or '¾', ..] or ['t', 'h', ..] or ['d', 'r', ..] => 45,
        ['q', ..] or ['v', ..] or ['¼', ..] or ['1', '/', '4', ..] => 15,
        _ => 30,
    };

    private static double Count(string words)
    {
        if (double.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)) return digits;
        return words.ToLowerInvariant().Split([' ', '-']).Sum(word => Numbers.GetValueOrDefault(word));
    }

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["a"] = 1, ["an"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6,
        ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20,
        ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["ninety"] = 90,
        ["eine"] = 1, ["zwei"] = 2, ["drei"] = 3, ["une"] = 1, ["deux"] = 2, ["trois"] = 3,
    }.ToFrozenDictionary();

    private const string Word =
        "(?:(?:twenty|thirty|forty|fifty)[ -](?:one|two|three|four|five|six|seven|eight|nine)|an?|one|two|three|four|five"
            + "|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|eine|zwei|drei|une|deux|trois)";

    private const string Hours = @"(?:hours?|hrs?|h|stunden?|std\.?|heures?)";

    // A part of an hour alone, some hours and a part, or a count in words.
    [GeneratedRegex(
        @"(?<=^|[\s(\[,~])(?:for\s)?(?:(?:about|ca\.?|approx\.?|up\sto)\s)?(?:"
            + @"(?:(?:an?|one|eine|une|un)\s)?(?<part>half(?:\san?)?[\s-]hour|quarter(?:\sof)?(?:\san)?[\s-]hour|(?:three|3)[\s-]quarters?\sof\san\shour|(?:1/2|1/4|3/4|[½¼¾])\s?(?:an\s)?"
            + Hours + @"|halbe\sstunde|viertelstunde|dreiviertelstunde|demi-heure)"
            + @"|(?<n>" + Word + @"|[0-9]{1,2})\s" + Hours + @"\sand\s(?:an?\s)?(?<more>half|quarter|three\squarters)"
            + @"|(?<n>" + Word + @"|[0-9]{1,2})\sand\san?\s(?<more>half|quarter)\s" + Hours
            + @"|(?<n>[0-9]{1,2})\s?(?<more>(?<=\s)(?:1/2|1/4|3/4)|[½¼¾])\s?" + Hours
            + @"|(?<n>" + Word + @")\s(?:(?<min>minutes?|mins?|minuten)|(?:hours?|hrs?|stunden?|heures?)))[)\]]?\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
