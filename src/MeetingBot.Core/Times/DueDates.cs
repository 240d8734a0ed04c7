using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace MeetingBot.Times;

/// <summary>Reads the day by which something is to be done: <c>by Friday</c>, <c>due 3 June</c>, <c>in 2 weeks</c>.</summary>
public static partial class DueDates
{
    /// <summary>Takes a due day off the end of the text.</summary>
    /// <returns>The text before it and the day; the text as it is and null when it ends otherwise.</returns>
    public static (string Text, LocalDate? Due) TakeLast(string text, LocalDate today)
    {
        foreach (var match in Preposition().Matches(text).Reverse())
        {
            var phrase = text[(match.Index + match.Length)..].Trim().TrimEnd('.', ')', '!');
            if (phrase.Length > 40) break;
            if (Parse(phrase, today) is { } due) return (text[..match.Index].TrimEnd(' ', ',', '-', '–', '('), due);
        }
        return (text, null);
    }

    /// <summary>
    /// The day that the words tell: today or later, but for a date with its year; null when they tell none, or a weekday
    /// and a date that disagree. <c>Friday</c> is today on a Friday, <c>next Friday</c> never is.
    /// </summary>
    public static LocalDate? Parse(string phrase, LocalDate today)
    {
        var words = string.Join(' ', Filler().Replace(phrase.ToLowerInvariant(), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Fixed(words, today) is { } day) return day;
        if (LocalDatePattern.Iso.Parse(words) is { Success: true } iso) return iso.Value;
        if (In().Match(words) is { Success: true } span) return InSpan(span, today);
        if (Weekdays.TryGetValue(This().Replace(words, ""), out var weekday)) return today.With(DateAdjusters.NextOrSame(weekday));
        if (words.StartsWith("next ", StringComparison.Ordinal) && Weekdays.TryGetValue(words[5..], out weekday))
            return StartOfNextWeek(today).PlusDays((int)weekday - 1);
        return Dated(words, today);
    }

    /// <summary>What is not to be overlooked about a due day when it is taken: <c> (today)</c>, <c> (already past)</c>, <c> (next year)</c>.</summary>
    public static string Remark(LocalDate due, LocalDate today) => due switch
    {
        _ when due == today => " (today)",
        _ when due < today => " (already past)",
        _ when due.Year == today.Year + 1 => " (next year)",
        _ => "",
    };

    private static LocalDate? Fixed(string words, LocalDate today) => words switch
    {
        "today" or "tonight" => today,
        "tomorrow" => today.PlusDays(1),
        "next week" => StartOfNextWeek(today),
        "end of week" or "end of this week" or "eow" => LocalDate.Max(today, StartOfNextWeek(today).PlusDays(-3)),
        "end of next week" => StartOfNextWeek(today).PlusDays(4),
        "end of month" or "end of this month" or "eom" => today.With(DateAdjusters.EndOfMonth),
        "next month" => today.With(DateAdjusters.EndOfMonth).PlusDays(1),
        "end of year" or "eoy" => new LocalDate(today.Year, 12, 31),
        _ => null,
    };

    private static LocalDate? InSpan(Match span, LocalDate today)
    {
        var count = span.Groups[1].Value is "a" or "one" ? 1 : int.Parse(span.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return span.Groups[2].Value[0] switch
        {
            'd' => today.PlusDays(count),
            'w' => today.PlusWeeks(count),
            _ => today.PlusMonths(count),
        };
    }

    // "Friday 11th", "11 July", "July 11th 2026", "the 8th": the next such day; with a weekday, only if it is one.
    private static LocalDate? Dated(string words, LocalDate today)
    {
        var match = Date().Match(words);
        if (!match.Success) return null;
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        int? month = match.Groups["mon"].Success ? Months[match.Groups["mon"].Value[..3]] : null;
        IsoDayOfWeek? weekday = match.Groups["wd"].Success ? Weekdays[match.Groups["wd"].Value] : null;
        // "the limit is raised by 5" tells no day.
        if (month is null && weekday is null && !match.Groups["th"].Success) return null;

        if (match.Groups["y"].Success)
        {
            var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
            return Day(new LocalDate(year, month!.Value, 1), day) is { } told && (weekday ?? told.DayOfWeek) == told.DayOfWeek ? told : null;
        }
        for (var first = new LocalDate(today.Year, month ?? today.Month, 1); first <= today.PlusYears(1); first = month is null ? first.PlusMonths(1) : first.PlusYears(1))
        {
            if (Day(first, day) is not { } found || found < today) continue;
            return (weekday ?? found.DayOfWeek) == found.DayOfWeek ? found : null;
        }
        return null;
    }

    private static LocalDate? Day(LocalDate first, int day) =>
        day < 1 || day > first.Calendar.GetDaysInMonth(first.Year, first.Month) ? null : first.PlusDays(day - 1);

    private static LocalDate StartOfNextWeek(LocalDate today) => today.Next(IsoDayOfWeek.Monday);

    private static readonly FrozenDictionary<string, IsoDayOfWeek> Weekdays = Enum.GetValues<IsoDayOfWeek>()
        .Where(day => day is not IsoDayOfWeek.None)
        .SelectMany(day => new[] { day.ToString(), day.ToString()[..3] }.Select(name => (name.ToLowerInvariant(), day)))
        .Concat([("tues", IsoDayOfWeek.Tuesday), ("thur", IsoDayOfWeek.Thursday), ("thurs", IsoDayOfWeek.Thursday)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly FrozenDictionary<string, int> Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames
        .Take(12).Select((name, index) => (name.ToLowerInvariant(), index + 1)).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private const string Month = @"(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(@"(?<=\s|^|\()(?:-\s*)?(?:by|due(?:\s+(?:by|on|in))?|until|before|(?=in\s+(?:\d|a\b|one\b)))\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\bthe\b|,|\bon\b|\bof(?=\s+" + Month + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?:this|coming)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex This();

    [GeneratedRegex(@"^(?:in\s+)?(\d{1,3}|a|one)\s+(days?|weeks?|months?)$", RegexOptions.CultureInvariant)]
    private static partial Regex In();

    [GeneratedRegex(@"^(?:(?<wd>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s+)?(?:(?<d>\d{1,2})(?<th>st|nd|rd|th)?(?:\s+" + Month + @"(?:\s+(?<y>\d{4}))?)?|" + Month + @"\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+(?<y>\d{4}))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
