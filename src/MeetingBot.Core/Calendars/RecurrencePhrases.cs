using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>
/// Reads how often something is: <c>second Tuesday</c>, <c>other week on Monday</c>, <c>last Friday of the month</c>,
/// <c>15th</c>, <c>working day</c>; what stands behind "every".
/// </summary>
public static partial class RecurrencePhrases
{
    private const int MostText = 200;

    /// <summary>The rule and what follows it, such as the time of day; null for what is none.</summary>
    public static RecurrencePhrase? Read(string text)
    {
        if (text.Length > MostText) return null;
        var words = text.Trim().ToLowerInvariant();
        return Nth(words) ?? Week(words) ?? Weekdays(words) ?? MonthDay(words) ?? Day(words);
    }

    // "second Tuesday of the month" is one of the month's; "second Tuesday" every other week. The first and the last
    // can only be of a month.
    private static RecurrencePhrase? Nth(string words)
    {
        var match = NthDay().Match(words);
        if (!match.Success) return null;
        var nth = match.Groups["nth"].Value;
        var day = WeekdayOf(match.Groups["wd"].Value);
        var monthly = match.Groups["month"].Success;
        var rest = words[match.Length..];
        if (monthly || nth is "first" or "1st" or "last")
            return nth == "other"
                ? null
                : new RecurrencePhrase(
                    new RecurrencePattern(FrequencyType.Monthly) { ByDay = [new WeekDay(day, Number(nth))] }, rest);
        return new RecurrencePhrase(
            new RecurrencePattern(FrequencyType.Weekly, Number(nth)) { ByDay = [new WeekDay(day)] }, rest)
        {
            OrOfTheMonth = nth != "other" && Number(nth) <= 5,
        };
    }

    private static RecurrencePhrase? Week(string words)
    {
        var match = Weeks().Match(words);
        return !match.Success ? null : new RecurrencePhrase(
            new RecurrencePattern(FrequencyType.Weekly, Math.Max(1, Number(match.Groups["n"].Value)))
            {
                ByDay = [.. DaysIn(match.Groups["days"].Value)],
            },
            words[match.Length..]);
    }

    private static RecurrencePhrase? Weekdays(string words)
    {
        var match = DayList().Match(words);
        return !match.Success ? null : new RecurrencePhrase(
            new RecurrencePattern(FrequencyType.Weekly) { ByDay = [.. DaysIn(match.Value)] }, words[match.Length..]);
    }

    private static RecurrencePhrase? MonthDay(string words)
    {
        var match = DayOfMonth().Match(words);
        if (!match.Success) return null;
        var day = match.Groups["last"].Success ? -1 : Number(match.Groups["d"].Value);
        return day is -1 or (>= 1 and <= 31)
            ? new RecurrencePhrase(
                new RecurrencePattern(FrequencyType.Monthly) { ByMonthDay = [day] }, words[match.Length..])
            : null;
    }

    private static RecurrencePhrase? Day(string words)
    {
        var match = Days().Match(words);
        if (!match.Success) return null;
        var rule = match.Groups["work"].Success
            ? new RecurrencePattern(FrequencyType.Weekly)
            {
                ByDay = [.. Enumerable.Range(1, 5).Select(day => new WeekDay((IsoDayOfWeek)day))],
            }
            : new RecurrencePattern(FrequencyType.Daily, Math.Max(1, Number(match.Groups["n"].Value)));
        return new RecurrencePhrase(rule, words[match.Length..]);
    }

    private static IEnumerable<WeekDay> DaysIn(string list) => WeekdayName().Matches(list)
        .Select(match => WeekdayOf(match.Value)).Distinct().Order().Select(day => new WeekDay(day));

    private static IsoDayOfWeek WeekdayOf(string name) =>
        Enum.GetValues<IsoDayOfWeek>().First(day =>
            day is not IsoDayOfWeek.None && name.StartsWith(day.ToString()[..3], StringComparison.OrdinalIgnoreCase));

    private static readonly ImmutableArray<string> Counts =
        ["", "first", "second", "third", "fourth", "fifth", "sixth"];

    private static readonly ImmutableArray<string> Amounts = ["", "one", "two", "three", "four", "five", "six"];

    private static int Number(string word) => word switch
    {
        "" => 0,
        "last" => -1,
        "other" => 2,
        _ when Counts.IndexOf(word) is var ordinal and > 0 => ordinal,
        _ when Amounts.IndexOf(word) is var amount and > 0 => amount,
        _ => int.TryParse(
            word.AsSpan().TrimEnd("stndrh"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0,
    };

    private const string Name =
        "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?";

    private const string List = Name + @"(?:\s*(?:,|and|&|\+|,\s*and)\s*" + Name + ")*";
    private const string Ordinal = "(?:other|second|third|fourth|fifth|sixth|[2-6](?:nd|rd|th))";
    private const string OfMonth = @"\s+(?:of|in)\s+(?:the|each|every|a)\s+month\b";

    [GeneratedRegex(@"^(?<month>month\s+on\s+)?(?:the\s+)?(?<nth>first|1st|last|" + Ordinal + @")\s+(?<wd>" + Name + @")\b(?<month>" + OfMonth + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex NthDay();

    [GeneratedRegex("^(?:(?<n>" + Ordinal + @")\s+week|(?<n>[2-9]|[1-4][0-9]|two|three|four|five|six)\s+weeks|week)\s*(?:,\s*)?(?:on\s+)?(?<days>" + List + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    [GeneratedRegex("^" + List + @"\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayList();

    [GeneratedRegex(@"^(?:month\s+on\s+)?(?:the\s+)?(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th)|(?<last>last\s+day))(?:\s+(?:day\s+)?(?:of|in)\s+(?:the|each|every|a)\s+month)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex("^(?:(?<work>(?:week|work(?:ing)?[ -]?)day)|(?<n>" + Ordinal + @")\s+day|(?<n>[2-9]|[1-9][0-9]|two|three|four|five|six)\s+days|day)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(Name, RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayName();
}

/// <summary>How often, as words told it.</summary>
/// <param name="Rest">What follows, lower case.</param>
public sealed record RecurrencePhrase(RecurrencePattern Rule, string Rest)
{
    /// <summary>
    /// The same words may mean the second of each month, where they were taken for every second week.
    /// </summary>
    public bool OrOfTheMonth { get; init; }
}
