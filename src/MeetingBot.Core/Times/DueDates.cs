using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads the day by which something is to be done: <c>by Friday</c>, <c>due 3 June</c>, <c>in 2 weeks</c>.
/// </summary>
public static partial class DueDates
{
    private const int MostWords = 60;
    private const int Tail = 100;

    /// <summary>
    /// Takes a due day off the end of the text, or its start; one within it is read, and its words stay.
    /// </summary>
    /// <returns>
    /// The text without it and the day. The text as it is and null when it tells none, several, or a date that can't be
    /// or is past, which is then told with one that can be.
    /// </returns>
    public static DueText TakeLast(string text, LocalDate today)
    {
        var told = AtEnd(text, today);
        if (told.Unread is not null || told.Several is not null) return told;
        var found = DaysWithin.Of(told.Text, today);
        if (found.Count == 0) return told.Due is null ? told with { Unknown = DaysWithin.Unknown(text) } : told;
        if (told.Due is null && found.TrueForAll(day => day.On == found[0].On)) return Within(text, found[0], today);
        return told.Due is { } due && found.TrueForAll(day => day.On == due)
            ? told with { Text = DaysWithin.Without(told.Text, found) }
            : new DueText(text, null) { Several = DaysWithin.Several(found, text, told, today) };
    }

    private static DueText Within(string text, DayWithin day, LocalDate today)
    {
        if (day.On is not { } on || on < today)
            return new DueText(text, null) { Unread = Unread(day.Words, day.Day, today) };
        var behind = text[day.End..].TrimStart(' ', ',', ':', '-', '–');
        var without = day.Start == 0 && behind.Length > 0 ? behind : WithoutBracket(text, day) ?? text;
        return new DueText(without, on) { Time = day.Day.Time };
    }

    // "Luna (by Friday): share it".
    private static string? WithoutBracket(string text, DayWithin day)
    {
        if (day.Start == 0 || text[day.Start - 1] is not ('(' or '[')) return null;
        if (text[day.End..].TrimStart() is not [')' or ']', .. var rest]) return null;
        var before = text[..(day.Start - 1)].TrimEnd();
        return before + (rest is [':' or ',' or '.' or ';', ..] ? rest : " " + rest.TrimStart());
    }

    private static DueText AtEnd(string text, LocalDate today)
    {
        DueText? told = null;
        foreach (var match in Preposition().Matches(text, Math.Max(0, text.Length - Tail)).Reverse())
        {
            var phrase = text[(match.Index + match.Length)..].Trim();
            if (phrase.Length > MostWords) break;
            var on = match.Groups["on"].Success;
            if (on && !OnDay().IsMatch(DayWords.English(phrase.ToLowerInvariant()))) continue;
            var day = Read(phrase, today);
            if (day.On is { } due && due >= today)
            {
                // "By noon on Monday": the first word that a day stands behind takes it whole.
                told = new DueText(Before(text, match.Index), due) { Time = day.Time };
                continue;
            }
            if (told is not null) continue;
            // "The meeting on 3 May 2025" was; nothing is to be done by then.
            if (on && day.On is not null) continue;
            if (!on && DaysWithin.Either(phrase, today) is { } either)
                return new DueText(text, null) { Several = either };
            if (day.Written)
                return new DueText(text, null) { Unread = Unread(phrase.TrimEnd(Ends), day, today) };
        }
        if (told is not null) return told;
        var last = Bare().Match(text, Math.Max(0, text.Length - Tail));
        return last.Success && last.Index > 0 && Alone(last.Groups["day"].Value, today) is { On: { } bare } alone
            && bare >= today
            ? new DueText(Before(text, last.Index), bare) { Time = alone.Time }
            : new DueText(text, null);
    }

    // Nobody who does it "next week" means its first morning.
    private static WrittenDate Alone(string phrase, LocalDate today) =>
        DayWords.English(phrase.Trim().ToLowerInvariant()) is "next week"
            ? Read("end of next week", today)
            : Read(phrase, today);

    private static UnreadDate Unread(string phrase, WrittenDate day, LocalDate today) =>
        new(
            phrase, WrittenDates.Write(day.Instead ?? today.PlusWeeks(1), today),
            Past: day.On is not null)
        {
            Or = day.Or is { } other ? WrittenDates.Write(other, today) : null,
        };

    /// <summary>
    /// The day that the words tell: today or later, but for a date with its year and what was; null when they tell
    /// none, or a weekday and a date that disagree. <c>Friday</c> is today on a Friday, <c>next Friday</c> never is.
    /// </summary>
    public static LocalDate? Parse(string phrase, LocalDate today) =>
        Read(phrase, today) is { Time: null, On: { } on } ? on : null;

    /// <summary>What the whole phrase tells, with a time of day beside the day.</summary>
    internal static WrittenDate Read(string phrase, LocalDate today)
    {
        if (phrase.Length > MostWords + 10) return default;
        var typed = Polite().Replace(phrase.Trim(), "").Trim();
        if (ReadDay(typed, today) is { Written: true } day) return day;
        if (DayTimes.Cut(typed.TrimEnd('!', '?', ')', ']', '.')) is not var (rest, time)) return default;
        // "Raise the limit by 12.50".
        if (rest.Length == 0)
            return Amount().IsMatch(time) ? default : new WrittenDate(true, today, null) { Time = time };
        return ReadDay(rest, today) is { Written: true } beside ? beside with { Time = time } : default;
    }

    private static WrittenDate ReadDay(string phrase, LocalDate today)
    {
        var lower = phrase.ToLowerInvariant();
        if (WrittenDates.ReadNumbers(lower.Trim().TrimEnd('!', '?', ')', '(', ']'), today) is { Written: true } numbers)
            return numbers;
        var words = string.Join(
            ' ',
            Filler().Replace(DayWords.English(lower.Trim().TrimEnd(Ends)), " ")
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Told(words, today) is { } day) return new WrittenDate(true, day, day < today ? today.PlusWeeks(1) : null);
        return WrittenDates.Read(words, today);
    }

    private static readonly char[] Ends = ['.', ')', ']', '!', '?', ',', ';'];

    private static string Before(string text, int index) =>
        text[..index].TrimEnd(' ', ',', ';', '|', '-', '–', '—', '(', '[');

    private static LocalDate? Told(string words, LocalDate today)
    {
        if (Fixed(words, today) is { } day) return day;
        if (In().Match(words) is { Success: true } span) return InSpan(span, today);
        if (WrittenDates.Weekday(This().Replace(words, "")) is { } weekday)
            return today.With(DateAdjusters.NextOrSame(weekday));
        if (OfNextWeek().Match(words) is { Success: true } next)
            return StartOfNextWeek(today).PlusDays((int)WrittenDates.Weekday(next.Groups["wd"].Value)! - 1);
        if (WeekAfter().Match(words) is { Success: true } after)
            return today.With(DateAdjusters.NextOrSame(WrittenDates.Weekday(after.Groups["wd"].Value)!.Value))
                .PlusWeeks(1);
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
        "this morning" or "this afternoon" or "this evening" => today,
        "today" or "tonight" or "later today" or "end of day" or "end of today" or "eod" => today,
        "yesterday" => today.PlusDays(-1),
        "last week" => today.PlusWeeks(-1),
        "last month" => today.PlusMonths(-1),
        "tomorrow" or "tomorrow morning" or "tomorrow afternoon" or "tomorrow evening" => today.PlusDays(1),
        "day after tomorrow" => today.PlusDays(2),
        "next week" => StartOfNextWeek(today),
        "end of week" or "end of this week" or "eow" or "this week" or "week end" =>
             LocalDate.Max(today, StartOfNextWeek(today).PlusDays(-3)),
        "end of next week" => StartOfNextWeek(today).PlusDays(4),
        "end of month" or "end of this month" or "eom" or "month end" or "month-end" or "this month" =>
             today.With(DateAdjusters.EndOfMonth),
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

    /// <summary>Words behind which a day is a due day and nothing else.</summary>
    internal const string Strong =
        @"by|on\s+or\s+before|due(?:\s+(?:by|on|in|date|day))?(?:\s+is)?|deadline(?:\s+is)?|(?:no|not)\s+later\s+than|(?:at\s+the\s+)?latest(?:\s+(?:by|on))?|"
            + DayWords.Prepositions;

    [GeneratedRegex(@"(?<=\s|^|[(\[])(?:-\s*)?(?:(?:" + Strong + @"|until|till|before|(?<on>on|am|pour|le))(?=[\s:])|(?=(?:in|dans)\s+(?:the\s+next\s+)?(?:[0-9]|" + Count + @"\b))|within\s+(?=(?:[0-9]|" + Count + @"\b)))\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    // "Next month" and the like are what one works on, rather than when.
    [GeneratedRegex(@"^(?:the\s+|this\s+|next\s+)?(?:[0-9]|" + WrittenDates.WeekdayName + @"\b|" + WrittenDates.Month + @"\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnDay();

    // "The agenda for today" is no task for today.
    [GeneratedRegex(@"(?<!\b(?:for|of|from|since|as|than|with|to|and|or|about|at|like|starting|beginning|is|are|was|until|till|before|after|on|by|the|due|in|during|early|late|mid|last)\s{1,3})(?<=[\s,(\[])(?<day>(?:(?:later\s)?today|tonight|this\s(?:afternoon|evening)|" + Tomorrow + @"|(?:this|next)\s(?:" + WrittenDates.WeekdayName + @"|week)|(?:" + WrittenDates.WeekdayName + @"|semaine)\s(?:next\sweek|prochaine?)|(?:lundi|mardi|mercredi|jeudi|vendredi)\sprochain|demain|aujourd['’]hui)(?:\s(?:morning|afternoon|evening|at\s[0-9:.]{1,5}(?:\s?[ap]m)?))?|(?<=\p{Ll}\s)(?<!\b(?:black|good|casual|every|each|a|one|next|this|any|standby)\s)(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?<=[(\[])[^()\[\]]{3,30}(?=[)\]])|(?<=\s[-–—|]{1,2}\s)[^-–—|()]{3,30}?)[.)\]!?]{0,3}\s{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    private const string Tomorrow = "tomorrow|tmrw|tmr|tmw|tommorow|tomorow|tommorrow";

    [GeneratedRegex(@"[\s,]+(?:please|pls|(?:at\s+the\s+)?latest|if\s+(?:at\s+all\s+)?(?:possible|you\s+can)|thanks?|thank\s+you|sharp|spätestens|au\s+plus\s+tard|bitte)[.!?]{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Polite();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex("^(?:next (?:week )?" + WrittenDates.WeekdayName + "|" + WrittenDates.WeekdayName + " next week)$", RegexOptions.CultureInvariant)]
    private static partial Regex OfNextWeek();

    [GeneratedRegex("^" + WrittenDates.WeekdayName + " week$", RegexOptions.CultureInvariant)]
    private static partial Regex WeekAfter();

    [GeneratedRegex(@"\bthe\b|,|\bon\b|\bof(?=\s+" + WrittenDates.Month + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?:this|coming)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex This();

    private const string Count =
        "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|einer|einem|zwei|drei|vier|une|deux|trois"
            + "|quatre)";

    // "In two weeks' time" is in two weeks.
    [GeneratedRegex(@"^(?:in\s+)?(?:next\s+)?(?:a\s+(?=two\s+weeks))?([0-9]{1,3}|" + Count + @")\s+(days?|weeks?|months?)(?:(?:['’]s?)?\s+time)?$", RegexOptions.CultureInvariant)]
    private static partial Regex In();
}
