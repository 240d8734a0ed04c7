using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads the day by which something is to be done: <c>by Friday</c>, <c>due 3 June</c>, <c>in 2 weeks</c>.
/// </summary>
public static partial class DueDates
{
    private const int MostWords = 40;
    private const int Tail = 100;

    /// <summary>Takes a due day off the end of the text.</summary>
    /// <returns>
    /// The text before it and the day. The text as it is and null when it ends otherwise, or in a date that can't be or
    /// is past, which is then told with one that can be.
    /// </returns>
    public static DueText TakeLast(string text, LocalDate today)
    {
        foreach (var match in Preposition().Matches(text, Math.Max(0, text.Length - Tail)).Reverse())
        {
            var phrase = text[(match.Index + match.Length)..].Trim();
            if (phrase.Length > MostWords) break;
            var on = match.Groups["on"].Success;
            if (on && !OnDay().IsMatch(phrase)) continue;
            var day = Read(phrase, today);
            if (day.On is { } due && due >= today) return new DueText(Before(text, match.Index), due);
            // "The meeting on 3 May 2025" was; nothing is to be done by then.
            if (on && day.On is not null) continue;
            if (day.Written)
                return new DueText(text, null) { Unread = Unread(phrase.TrimEnd(Ends), day, today) };
        }
        var last = Bare().Match(text, Math.Max(0, text.Length - Tail));
        return last.Success && last.Index > 0 && Read(last.Groups["day"].Value, today).On is { } bare
            ? new DueText(Before(text, last.Index), bare)
            : new DueText(text, null);
    }

    private static UnreadDate Unread(string phrase, WrittenDate day, LocalDate today) =>
        new(phrase, WrittenDates.Write(day.Instead ?? today.PlusWeeks(1), today), Past: day.On is not null)
        {
            Or = day.Or is { } other ? WrittenDates.Write(other, today) : null,
        };

    /// <summary>
    /// The day that the words tell: today or later, but for a date with its year and what was; null when they tell
    /// none, or a weekday and a date that disagree. <c>Friday</c> is today on a Friday, <c>next Friday</c> never is.
    /// </summary>
    public static LocalDate? Parse(string phrase, LocalDate today) => Read(phrase, today).On;

    private static WrittenDate Read(string phrase, LocalDate today)
    {
        if (phrase.Length > MostWords + 10) return default;
        var lower = phrase.ToLowerInvariant();
        if (WrittenDates.ReadNumbers(lower.Trim().TrimEnd('!', ')', '('), today) is { Written: true } numbers)
            return numbers;
        var words = string.Join(
            ' ',
            Filler().Replace(lower.Trim().TrimEnd(Ends), " ")
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Told(words, today) is { } day) return new WrittenDate(true, day, day < today ? today.PlusWeeks(1) : null);
        return WrittenDates.Read(words, today);
    }

    private static readonly char[] Ends = ['.', ')', '!'];

    private static string Before(string text, int index) => text[..index].TrimEnd(' ', ',', '-', '–', '(');

    private static LocalDate? Told(string words, LocalDate today)
    {
        if (Fixed(words, today) is { } day) return day;
        if (In().Match(words) is { Success: true } span) return InSpan(span, today);
        if (WrittenDates.Weekday(This().Replace(words, "")) is { } weekday)
            return today.With(DateAdjusters.NextOrSame(weekday));
        if (words.StartsWith("next ", StringComparison.Ordinal) && WrittenDates.Weekday(words[5..]) is { } next)
            return StartOfNextWeek(today).PlusDays((int)next - 1);
        return words.StartsWith("last ", StringComparison.Ordinal) && WrittenDates.Weekday(words[5..]) is { } last
            ? today.Previous(last)
            : null;
    }

    /// <summary>
    /// What is not to be overlooked about a due day when it is taken: <c> (today)</c>, <c> (next year)</c>.
    /// </summary>
    public static string Remark(LocalDate due, LocalDate today) => due switch
    {
        _ when due == today => " (today)",
        _ when due.Year == today.Year + 1 => " (next year)",
        _ => "",
    };

    private static LocalDate? Fixed(string words, LocalDate today) => words switch
    {
        "today" or "tonight" or "later today" or "end of day" or "end of today" or "eod" => today,
        "yesterday" => today.PlusDays(-1),
        "last week" => today.PlusWeeks(-1),
        "last month" => today.PlusMonths(-1),
        "tomorrow" or "tomorrow morning" or "tomorrow afternoon" or "tomorrow evening" => today.PlusDays(1),
        "next week" => StartOfNextWeek(today),
        "end of week" or "end of this week" or "eow" => LocalDate.Max(today, StartOfNextWeek(today).PlusDays(-3)),
        "end of next week" => StartOfNextWeek(today).PlusDays(4),
        "end of month" or "end of this month" or "eom" => today.With(DateAdjusters.EndOfMonth),
        "next month" => today.With(DateAdjusters.EndOfMonth).PlusDays(1),
        "end of year" or "eoy" => new LocalDate(today.Year, 12, 31),
        _ => null,
    };

    private static readonly string[] Counts =
    [
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];

    private static LocalDate? InSpan(Match span, LocalDate today)
    {
        var told = span.Groups[1].Value;
        var count = char.IsAsciiDigit(told[0])
            ? int.Parse(told, CultureInfo.InvariantCulture)
            : Math.Max(1, Array.IndexOf(Counts, told));
        return span.Groups[2].Value[0] switch
        {
            'd' => today.PlusDays(count),
            'w' => today.PlusWeeks(count),
            _ => today.PlusMonths(count),
        };
    }

    private static LocalDate StartOfNextWeek(LocalDate today) => today.Next(IsoDayOfWeek.Monday);

    [GeneratedRegex(@"(?<=\s|^|\()(?:-\s*)?(?:by|due(?:\s+(?:by|on|in))?|until|till|before|no\s+later\s+than|(?<on>on\b)|(?=in\s+(?:[0-9]|" + Count + @"\b))|within\s+(?=(?:[0-9]|" + Count + @"\b)))\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    // "Next month" and the like are what one works on, rather than when.
    [GeneratedRegex(@"^(?:the\s+|this\s+|next\s+)?(?:[0-9]|" + WrittenDates.WeekdayName + @"\b|" + WrittenDates.Month + @"\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnDay();

    // "The agenda for today" is no task for today.
    [GeneratedRegex(@"(?<!\b(?:for|of|from|since|as|than|with|to|and|or|about|at|like|starting|beginning|is|are|was|until|till|before|after|on|by|the|due|in)\s{1,3})(?<=[\s,(])(?<day>(?:later\s)?today|tonight|tomorrow(?:\s(?:morning|afternoon|evening))?)[.)!]{0,3}\s{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\bthe\b|,|\bon\b|\bof(?=\s+" + WrittenDates.Month + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?:this|coming)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex This();

    private const string Count = "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    // "In two weeks' time" is in two weeks.
    [GeneratedRegex(@"^(?:in\s+)?([0-9]{1,3}|" + Count + @")\s+(days?|weeks?|months?)(?:(?:['’]s?)?\s+time)?$", RegexOptions.CultureInvariant)]
    private static partial Regex In();
}
