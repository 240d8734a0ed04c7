using System.Text.RegularExpressions;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>A due day within a text.</summary>
/// <param name="Start">Where its preposition begins.</param>
/// <param name="Words">Without the preposition.</param>
internal sealed record DayWithin(int Start, int End, string Words, WrittenDate Day)
{
    public LocalDate? On => Day.On;
}

/// <summary>Finds due days anywhere in a text, and what only begins like one at its end.</summary>
internal static partial class DaysWithin
{
    private const int MostLooked = 20;
    private const int MostTokens = 7;
    private const int MostUnknown = 60;

    /// <summary>Each day with the longest words that tell it, in order.</summary>
    public static List<DayWithin> Of(string text, LocalDate today)
    {
        var found = new List<DayWithin>();
        foreach (var match in Strong().Matches(text).Take(MostLooked))
        {
            if (found.Count > 0 && match.Index < found[^1].End) continue;
            if (Longest(text, match, today) is { } day) found.Add(day);
        }
        return found;
    }

    /// <summary>What the text tells, so that nobody's day is dropped without a word.</summary>
    /// <param name="told">As its end tells it.</param>
    public static SeveralDays Several(List<DayWithin> found, string text, DueText told, LocalDate today)
    {
        var said = found.Select(day => text[day.Start..day.End]).ToList();
        if (told.Due is not null) said.Add(Opening().Replace(text[told.Text.Length..], "").TrimEnd('.', ')', ']', ' '));
        var day = found.Select(one => one.On).Append(told.Due).FirstOrDefault(on => on >= today) ?? today.PlusWeeks(1);
        return new SeveralDays(
            [.. said.Distinct()],
            WrittenDates.Write(day, today));
    }

    /// <summary>The days of "Tuesday or Wednesday"; null for other words.</summary>
    public static SeveralDays? Either(string phrase, LocalDate today)
    {
        var match = Or().Match(phrase);
        if (!match.Success || DueDates.Read(phrase, today).Written) return null;
        var days = new[] { match.Groups["one"].Value, match.Groups["other"].Value }
            .Select(words => DueDates.Read(words.Trim(), today)).ToList();
        return days.TrueForAll(day => day.Written)
            ? new SeveralDays(
                [phrase.TrimEnd('.', ')', ' ')],
                WrittenDates.Write(
                    days.Select(day => day.On).FirstOrDefault(on => on >= today) ?? today.PlusWeeks(1), today))
            : null;
    }

    /// <summary>The text without the days, which its end tells again.</summary>
    public static string Without(string text, List<DayWithin> found)
    {
        foreach (var day in Enumerable.Reverse(found))
            if (text[day.End..].Trim(' ', ',', ';', '.').Length == 0)
                text = text[..day.Start].TrimEnd(' ', ',', ';', '-', '–', '(');
        return text;
    }

    /// <summary>What stands last, begins like a due day and is none: <c>by next meeting</c>; or null.</summary>
    public static string? Unknown(string text)
    {
        var tail = Math.Max(0, text.Length - MostUnknown);
        var match = Like().Match(text, tail);
        if (match.Success) return match.Value.TrimEnd(' ', '.', '!', '?', ')', ']');
        var slip = Slip().Match(text, tail);
        return slip.Success && IsSlip(slip.Groups["word"].Value.ToLowerInvariant())
            ? slip.Value.TrimEnd(' ', '.', '!', '?', ')')
            : null;
    }

    private static bool IsSlip(string word) => Enum.GetNames<IsoDayOfWeek>()
        .Any(name => name != nameof(IsoDayOfWeek.None) && Spelling.Distance(word, name.ToLowerInvariant()) is 1 or 2);

    private static DayWithin? Longest(string text, Match match, LocalDate today)
    {
        var start = match.Index + match.Length;
        var ends = Token().Matches(text.Length - start > 80 ? text[..(start + 80)] : text, start).Take(MostTokens)
            .Select(token => token.Index + token.Length).ToList();
        for (var count = ends.Count; count > 0; count--)
        {
            var words = text[start..ends[count - 1]].TrimEnd(',', ';', ':', '.', ')', ']');
            if (DueDates.Read(words, today) is { Written: true } day && !OnlyTime(day, words, today))
                return new DayWithin(match.Index, start + words.Length, words, day);
        }
        return null;
    }

    // "By noon" within a text is a time of some other day.
    private static bool OnlyTime(WrittenDate day, string words, LocalDate today) =>
        day.Time is not null && day.On == today && words.Length <= day.Time.Length + 3;

    [GeneratedRegex(@"(?<=\s|^|[(\[,])(?:" + DueDates.Strong + @")(?=[\s:])\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(?<one>[^/]{2,30}?)(?:\s(?:or|and|oder|ou|und|et)\s|/)(?<other>[^/]{2,30})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    [GeneratedRegex(@"\G\s{0,3}\S{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[\s,;(\[–-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    private const string Event =
        "(?:meetings?|calls?|workshop|session|release|deadline|conference|retreat|review|sprint|sitting|holidays?"
            + "|vacation)";

    private const string Season =
        @"(?:weekend|q[1-4]|h[12]|spring|summer|autumn|fall|winter|christmas|xmas|easter|new\s+year|weihnachten|ostern|silvester|noël|pâques)";

    private const string Unit =
        "(?:week|month|quarter|year|term|semester|" + Season + "|" + WrittenDates.WeekdayName + "|" + WrittenDates.Month
            + "|[0-9]{4})";

    private const string Article = @"(?:(?:the|our|le|la|der|dem)\s+)";

    private const string Which =
        @"(?:early|late|mid|middle|end|beginning|start|this|last|next|coming|following|(?:first|second)\s+half)[\s-]+(?:(?:of|in)\s+)?(?:(?:the|next|this)\s+)?";

    private const string SeasonOfYear = Season + @"(?:\s+(?:of\s+)?[0-9]{4})?";

    // "Before the next call" tells when, though no day; "by the next call" would be one.
    [GeneratedRegex(
        @"(?<=\s|^|[(\[])(?:(?:until|till|before)\s+" + Article + "?(?:" + Which + Unit + @"(?:\s+" + Unit + ")?|" + SeasonOfYear
            + @")|(?:" + DueDates.Strong + @")\s*:?\s+(?:" + Article + "?(?:" + Which + "(?:" + Unit + "|" + Event + @")(?:\s+" + Unit
            + @")?|next\s+\p{L}+(?:\s+\p{L}+)?|" + WrittenDates.Month + @"(?:\s+[0-9]{4})?|" + SeasonOfYear + "|then|soon|asap|later)|" + Article + Event + @"))[.!?)\]]{0,3}\s{0,3}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Like();

    [GeneratedRegex(@"(?<=\s|^|[(\[])(?:" + DueDates.Strong + @"|until|till|before)\s+(?:next\s+|this\s+)?(?<word>\p{L}{5,11})[.!?)]{0,3}\s{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slip();
}
